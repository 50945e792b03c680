using Weather.HttpCache.Tests.Proxy;

// host URL ORIGIN: the cache and YARP in front of one origin, until the process is told to end.
await using var app = CachingProxy.Build(args[0], args[1]);
await app.StartAsync();
Console.WriteLine($"listening on {app.Urls.First()}");
await Microsoft.Extensions.Hosting.HostingAbstractionsHostExtensions.WaitForShutdownAsync(app);
