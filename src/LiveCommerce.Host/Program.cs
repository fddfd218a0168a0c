using LiveCommerce.Host.CommandLine;

return await CommandLineProgram.Run(args);
