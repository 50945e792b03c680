using Microsoft.Extensions.DependencyInjection;

namespace Weather.Places;

public static class PlacesServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IGazetteer"/>. <paramref name="options"/> default to what <see cref="PlacesOptions"/> says.</summary>
    public static IServiceCollection AddPlaces(
        this IServiceCollection services,
        PlacesOptions? options = null
    )
    {
        return services.AddSingleton<IGazetteer>(_ => Gazetteer.Load(options ?? new PlacesOptions()));
    }
}
