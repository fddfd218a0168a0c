global using LiveCommerce.Kernel;
