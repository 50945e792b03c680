Console.WriteLine("Weather");
