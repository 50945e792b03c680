using System.Text;
using Weather.Places.Generator;
using Weather.Places.Generator.Inputs;
using Weather.Places.Generator.Merge;
using Weather.Places.Generator.Output;

Console.OutputEncoding = Encoding.UTF8;
string command = args.ElementAtOrDefault(0) ?? "help";
string inputs = args.ElementAtOrDefault(1) ?? "artifacts/places";
string output = args.ElementAtOrDefault(2) ?? "src/Weather.Places/Data/gazetteer.bin.br";
var store = new InputStore(inputs);
switch (command)
{
    case "fetch":
        store.Fetch();
        return 0;
    case "build":
        var atlas = new Atlas(store);
        var writer = new AtlasWriter(atlas);
        byte[] file = writer.Write();
        bool lost = File.Exists(output) && LostIds.Any(File.ReadAllBytes(output), file);
        if (lost || !UnverifiedNames.AreListed(atlas.Evidence))
        {
            return 2;
        }

        File.WriteAllBytes(output, file);
        Report.Print(atlas, writer, file);
        return 0;
    case "score":
        Scoring.Print(inputs);
        return 0;
    case "zones":
        Listing.Zones();
        return 0;
    case "typos":
        Scoring.PrintTypos();
        return 0;
    case "ask":
        Listing.Answers(Console.In, args.ElementAtOrDefault(1));
        return 0;
    case "bench":
        Benchmark.Print(inputs);
        return 0;
    default:
        Console.WriteLine(
            "fetch [inputs] | build [inputs] [output] | score queries | typos | zones | ask [country] < names | bench queries"
        );
        return 1;
}
