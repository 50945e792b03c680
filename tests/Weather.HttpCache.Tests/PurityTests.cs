using System.Reflection;
using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Tests;

public sealed class PurityTests
{
    private static readonly string[] Foreign =
    [
        "Yarp",
        "ZiggyCreatures",
        "StackExchange",
        "Refit",
        "NodaTime",
        "Weather.",
    ];

    [Fact]
    public void The_cache_knows_HTTP_and_nothing_else() =>
        Assert.DoesNotContain(
            typeof(HttpCacheOptions).Assembly.GetReferencedAssemblies(),
            assembly => Foreign.Any(prefix => assembly.Name!.StartsWith(prefix, StringComparison.Ordinal))
        );

    [Fact]
    public void The_semantics_know_no_server_and_no_clock()
    {
        const BindingFlags all =
            BindingFlags.Static
            | BindingFlags.Instance
            | BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.DeclaredOnly;
        IEnumerable<Type> known = typeof(Message)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Message).Namespace)
            .SelectMany(type =>
                type.GetFields(all)
                    .Select(field => field.FieldType)
                    .Concat(
                        type.GetMethods(all)
                            .SelectMany(method =>
                                method
                                    .GetParameters()
                                    .Select(parameter => parameter.ParameterType)
                                    .Append(method.ReturnType)
                            )
                    )
            );
        Assert.DoesNotContain(
            known,
            type =>
                type == typeof(TimeProvider)
                || type.FullName?.StartsWith("Microsoft.", StringComparison.Ordinal) == true
        );
    }
}
