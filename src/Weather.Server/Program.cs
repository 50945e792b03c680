using Weather.Server;

return await WeatherProcess.RunAsync(args);
