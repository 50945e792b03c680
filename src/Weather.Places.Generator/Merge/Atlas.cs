using Weather.Places.Generator.Inputs;
using Weather.Places.Generator.Sources;
using Weather.Places.Store;

namespace Weather.Places.Generator.Merge;

/// <summary>Everything that goes into the file, most important place first.</summary>
internal sealed class Atlas
{
    private const int Village = 1000;
    private readonly Settlement[] all;

    public Atlas(InputStore store)
    {
        var chinese = new ChineseScript(store);
        Labels = new LabelCatalog(store, chinese);
        Cldr = new CldrNames(store);
        Fresh = new FreshCities(store);
        Dictionary<long, Settlement> byId = ReadGeoNames(store, out HashSet<long> recent);
        Settlement[] old =
        [
            .. byId.Values.OrderByDescending(place => place.Population).ThenBy(place => place.Id),
        ];
        new FreshJoin(Fresh).Run(old, recent);
        all = [.. old, .. Newcomers(new SimpleMaps(store), byId)];
        Curation = new Curation(all);
        Curation.Run();
        new PlaceLabels(Labels, Cldr, new Leblad(store)).Run(all);
        Evidence.Apply(Curation.Names);
        foreach (Settlement place in all.Where(ReverseRomanisation.Applies))
        {
            place.MachineNames.AddRange(
                place.Alternates.Append(place.Name).Select(ReverseRomanisation.Arabic).OfType<string>()
            );
        }

        Places = Choose();
        new ZoneFill(Places).Run();
    }

    public LabelCatalog Labels { get; }

    public CldrNames Cldr { get; }

    public FreshCities Fresh { get; }

    public Curation Curation { get; }

    public Evidence Evidence { get; } = new();

    public IReadOnlyList<Settlement> Places { get; }

    private static Dictionary<long, Settlement> ReadGeoNames(InputStore store, out HashSet<long> recent)
    {
        var byId = GeoNamesDump.Read(store).ToDictionary(place => place.Id);
        recent = [];
        foreach (Settlement later in LibGeoNames.Read(store))
        {
            recent.Add(later.Id);
            if (byId.TryGetValue(later.Id, out Settlement? place))
            {
                place.Population = later.Population > 0 ? later.Population : place.Population;
                place.Zone = later.Zone;
                place.Admin = later.Admin.Length > 0 ? later.Admin : place.Admin;
                if (place.Name != later.Name)
                {
                    place.Alternates.Add(place.Name);
                    place.Name = later.Name;
                }
            }
            else
            {
                byId.Add(later.Id, later);
            }
        }

        return byId;
    }

    private List<Settlement> Newcomers(SimpleMaps simpleMaps, Dictionary<long, Settlement> byId)
    {
        var newcomers = new List<Settlement>();
        foreach (FreshCity city in Fresh.Cities.Where(city => !city.Taken))
        {
            long id = OwnId.Of(city);
            var place = new Settlement
            {
                Id = id,
                Name = city.Name,
                Country = city.Country,
                Admin = city.Admin,
                Latitude = city.Latitude,
                Longitude = city.Longitude,
                Population = simpleMaps.Population(city),
                IsCurrent = true,
            };
            if (byId.TryAdd(id, place))
            {
                newcomers.Add(place);
            }
        }

        return newcomers;
    }

    private Settlement[] Choose() =>
        [
            .. all.Where(place =>
                    place.Wanted
                    || place.Population >= Village
                    || (place.IsCurrent && place.Country is "MA" or "EH")
                    || (place.IsCurrent && place.Feature is "PPLC" or "PPLA" or "PPLA2")
                )
                .OrderByDescending(place => Importance.Of(place.Population, place.Traits))
                .ThenBy(place => place.Id),
        ];
}
