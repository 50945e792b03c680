using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Weather.Api.Places;
using Weather.Api.Requests;
using Weather.Model;

namespace Weather.Api.Forecasts;

/// <summary><c>/v1/forecast</c> for one place and <c>/v1/forecasts</c> for several.</summary>
internal static class ForecastEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];
    private static readonly Duration RetryAfterEmpty = Duration.FromSeconds(30);

    public static void MapForecasts(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder forecasts = endpoints.MapGroup("/v1").WithTags("Forecasts");
        forecasts
            .MapMethods("/forecast", Methods, OneAsync)
            .WithName("GetForecast")
            .WithSummary("The forecast of one place: by id, by name, or by coordinates.")
            .Produces<ForecastDocument>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .AllowOnly([.. PlaceParameters.Names, .. ForecastParameters.Names]);
        forecasts
            .MapMethods("/forecasts", Methods, SeveralAsync)
            .WithName("GetForecasts")
            .WithSummary("The forecasts of up to 20 places in one answer.")
            .Produces<ForecastsDocument>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .AllowOnly(["places", "lang", .. ForecastParameters.Names]);
    }

    private static async Task<IResult> OneAsync(
        [AsParameters] PlaceParameters place,
        [AsParameters] ForecastParameters parameters,
        PlaceResolver resolver,
        ForecastCache cache,
        ForecastDocuments documents,
        ExtraBlocks extras,
        ApiMetrics metrics,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        (ForecastWindow window, IReadOnlyList<string> include, IResult? problem) = parameters.Read();
        (ResolvedPlace? resolved, IResult? placeProblem) = problem is null
            ? resolver.Resolve(place)
            : (null, problem);
        if (resolved is null)
        {
            return placeProblem!;
        }

        PendingBlocks pending = extras.Begin(resolved.Place, include);
        ForecastAnswer answer = await cache.GetAsync(resolved.Place, cancellationToken);
        Instant now = time.GetCurrentInstant();
        if (
            answer is not ForecastAnswer.Found { Forecast: { } forecast }
            || documents.Make(resolved, forecast, window, now) is not { } document
        )
        {
            Duration wait = (answer as ForecastAnswer.Nothing)?.RetryAfter ?? RetryAfterEmpty;
            return Problems.Unavailable(wait.ToTimeSpan());
        }

        metrics.Served(forecast, now);
        (document, Freshness freshness) = await extras.AddAsync(
            pending,
            document,
            resolved,
            FreshnessOf(forecast.Source, now)
        );
        return new JsonBody(
            JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Wire.ForecastDocument),
            freshness,
            CacheTag(resolved.Place)
        );
    }

    private static async Task<IResult> SeveralAsync(
        [Description("1 to 20 ids, comma-separated.")] string? places,
        [Description("Language (BCP 47).")] string? lang,
        [AsParameters] ForecastParameters parameters,
        PlaceResolver resolver,
        ForecastCache cache,
        ForecastDocuments documents,
        ExtraBlocks extras,
        ApiMetrics metrics,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        (ForecastWindow window, IReadOnlyList<string> include, IResult? problem) = parameters.Read();
        if (problem is not null)
        {
            return problem;
        }

        (IReadOnlyList<Place>? known, IResult? listProblem) = resolver.ResolveList(places);
        if (known is null)
        {
            return listProblem!;
        }

        PendingBlocks[] pending = [.. known.Select(place => extras.Begin(place, include))];
        ForecastAnswer[] answers = await Task.WhenAll(
            known.Select(place => cache.GetAsync(place, cancellationToken))
        );
        Instant now = time.GetCurrentInstant();
        var found = new List<ForecastDocument>(known.Count);
        var unavailable = new List<long>();
        Freshness freshness = Freshness.Static;
        foreach ((Place place, ForecastAnswer answer, PendingBlocks blocks) in known.Zip(answers, pending))
        {
            ResolvedPlace resolved = resolver.Labelled(place, lang, []);
            if (
                answer is ForecastAnswer.Found { Forecast: { } forecast }
                && documents.Make(resolved, forecast, window, now) is { } document
            )
            {
                freshness = freshness.Shorter(FreshnessOf(forecast.Source, now));
                (document, freshness) = await extras.AddAsync(blocks, document, resolved, freshness);
                found.Add(document);
                metrics.Served(forecast, now);
            }
            else
            {
                unavailable.Add(place.Id!.Value);
                freshness = freshness.Shorter(Freshness.Until(now, now));
            }
        }

        return found.Count == 0
            ? Problems.Unavailable(RetryAfterEmpty.ToTimeSpan())
            : new JsonBody(
                JsonSerializer.SerializeToUtf8Bytes(
                    new ForecastsDocument(found, unavailable),
                    ApiJson.Wire.ForecastsDocument
                ),
                freshness,
                string.Join(',', known.Select(CacheTag))
            );
    }

    private static Freshness FreshnessOf(ForecastSource source, Instant now)
    {
        var freshness = Freshness.Until(source.ExpiresAt, now);
        return source.IsSample ? freshness.NotLongStale(0) : freshness;
    }

    private static string CacheTag(Place place) =>
        place.Id is { } id
            ? string.Create(CultureInfo.InvariantCulture, $"place-{id}")
            : $"point-{place.Point.ToString().Replace(',', '_')}";
}
