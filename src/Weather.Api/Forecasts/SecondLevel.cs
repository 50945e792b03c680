using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NeoSmart.Caching.Sqlite;
using SQLitePCL;
using StackExchange.Redis;
using Weather.Providers.State;
using Weather.ServiceDefaults;
using ZiggyCreatures.Caching.Fusion;

namespace Weather.Api.Forecasts;

/// <summary>
/// What lies behind the memory of the forecast cache: Redis, shared by all nodes, when <c>ConnectionStrings:Redis</c> is set; else a file
/// in the state directory, so that one node forgets nothing when it restarts; else nothing.
/// </summary>
internal static class SecondLevel
{
    private const string ConnectionName = "Redis";
    private const string FileName = "forecasts.db";

    public static void AddSecondLevel(
        this IServiceCollection services,
        IFusionCacheBuilder cache,
        IConfiguration configuration,
        StateDirectory state
    )
    {
        if (configuration.GetConnectionString(ConnectionName) is { Length: > 0 } redis)
        {
            ConfigurationOptions options = Read(redis);
            services.AddStackExchangeRedisCache(setup =>
            {
                setup.ConfigurationOptions = options;
                setup.InstanceName = "weather:";
            });
        }
        else if (state.File(FileName) is { } file)
        {
            StateFile.SetAsideIfDamaged(file);
            services.AddSqliteCache(setup => setup.CachePath = file, new SQLite3Provider_e_sqlite3());
        }
        else
        {
            return;
        }

        cache.WithSerializer(new ForecastSerializer()).WithRegisteredDistributedCache();
    }

    private static ConfigurationOptions Read(string connection)
    {
        ConfigurationOptions redis;
        try
        {
            redis = ConfigurationOptions.Parse(connection);
        }
        catch (ArgumentException)
        {
            throw new InvalidConfigurationException(
                $"ConnectionStrings:{ConnectionName}",
                "must be a StackExchange.Redis connection string such as localhost:6379"
            );
        }

        // A Redis that is down or hung costs a miss little and a hit nothing.
        redis.AbortOnConnectFail = false;
        redis.AsyncTimeout = 300;
        redis.SyncTimeout = 300;
        redis.ConnectTimeout = 1000;
        redis.BacklogPolicy = BacklogPolicy.FailFast;
        return redis;
    }
}
