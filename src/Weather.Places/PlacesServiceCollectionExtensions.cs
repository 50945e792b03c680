using Microsoft.Extensions.DependencyInjection;

namespace Weather.Places;

public static class PlacesServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IGazetteer"/>, loaded and tried out when it is first asked for (take it at start).
    /// <paramref name="options"/> default to what <see cref="PlacesOptions"/> says.
    /// </summary>
    public static IServiceCollection AddPlaces(
        this IServiceCollection services,
        PlacesOptions? options = null
    )
    {
        return services.AddSingleton<IGazetteer>(_ =>
        {
            Gazetteer gazetteer = Gazetteer.Load(options ?? new PlacesOptions());
            FirstSearches.Run(gazetteer);
            return gazetteer;
        });
    }
}
