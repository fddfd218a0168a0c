using LiveCommerce.Benchmarks;

if (args is ["append", var connectionString, ..]) await AppendLoop.Run(connectionString, TimeSpan.FromSeconds(5), [.. args.Skip(2).Select(int.Parse)]);
else Console.WriteLine("benchmarks: append <connection string>");
