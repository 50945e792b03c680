using CsCheck;
using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Tests.Semantics;

/// <summary>
/// The semantics against the documents read word by word, in whole seconds and with no thought of speed. The same cases in each run; a
/// header that is absent is null.
/// </summary>
public sealed class NaiveReferenceTests
{
    private const int Cases = 5_000;

    private static readonly Gen<int?> Seconds = Gen.Int[-5, 40]
        .Select(value => value < 0 ? null : (int?)value);
    private static readonly Gen<int?> Moment = Gen.Int[-70, 40]
        .Select(value => value < -50 ? null : (int?)value);

    /// <summary>RFC 9111 4.2.1 and 4.2.2: s-maxage, else max-age, else Expires minus Date, else a tenth of Date minus Last-Modified.</summary>
    [Fact]
    public void Freshness_lifetime_is_that_of_the_first_source_there_is()
    {
        foreach (
            (int? sMaxAge, int? maxAge, int? expires, int? date, int? changed, int status) in Same(
                Gen.Select(
                    Seconds,
                    Seconds,
                    Moment,
                    Moment,
                    Moment,
                    Gen.OneOf(Gen.Const(200), Gen.Const(503))
                )
            )
        )
        {
            Message message = Messages.Of(
                Line("Cache-Control: s-maxage=", sMaxAge)
                    + Line("Cache-Control: max-age=", maxAge)
                    + Line("Expires: @", expires)
                    + Line("Date: @", date)
                    + Line("Last-Modified: @", changed),
                status
            );
            int born = date ?? 0;
            double expected =
                sMaxAge
                ?? maxAge
                ?? (
                    expires is { } end ? Math.Max(0, end - born)
                    : changed is { } last && status == 200 ? Math.Max(0, (born - last) / 10.0)
                    : 0
                );
            Assert.Equal(expected, message.Lifetime.TotalSeconds);
        }
    }

    /// <summary>RFC 9111 4.2.3, its formulas line by line.</summary>
    [Fact]
    public void Current_age_is_what_the_formulas_give()
    {
        foreach (
            (int? ageField, int? date, int travelled, int passed) in Same(
                Gen.Select(Seconds, Moment, Gen.Int[0, 20], Gen.Int[-10, 50])
            )
        )
        {
            var message = new Message(
                200,
                Messages.Fields(Line("Age: ", ageField) + Line("Date: @", date)),
                Messages.Now.AddSeconds(-travelled),
                Messages.Now
            );
            int responseTime = 0;
            int requestTime = -travelled;
            int apparentAge = Math.Max(0, responseTime - (date ?? responseTime));
            int responseDelay = responseTime - requestTime;
            int correctedAge = (ageField ?? 0) + responseDelay;
            int correctedInitialAge = Math.Max(apparentAge, correctedAge);
            // A clock that was set back makes nothing younger.
            int residentTime = Math.Max(0, passed);
            Assert.Equal(
                correctedInitialAge + residentTime,
                message.AgeAt(Messages.Now.AddSeconds(passed)).TotalSeconds
            );
        }
    }

    /// <summary>RFC 9111 4, 4.2.4, 5.2.2 and RFC 5861.</summary>
    [Fact]
    public void What_may_be_done_with_a_stored_answer_is_what_the_documents_allow()
    {
        foreach (
            (int maxAge, int? whileRevalidating, int? ifError, int passed, int flags, int age) in Same(
                Gen.Select(Gen.Int[0, 40], Seconds, Seconds, Gen.Int[0, 100], Gen.Int[0, 15], Gen.Int[0, 30])
            )
        )
        {
            bool noCache = (flags & 1) != 0;
            bool mustRevalidate = (flags & 2) != 0;
            bool shared = (flags & 4) != 0;
            bool proxyRevalidate = (flags & 8) != 0;
            Message message = Messages.Of(
                $"Cache-Control: {(shared ? "s-maxage" : "max-age")}={maxAge}\n"
                    + Line("Cache-Control: stale-while-revalidate=", whileRevalidating)
                    + Line("Cache-Control: stale-if-error=", ifError)
                    + (noCache ? "Cache-Control: no-cache\n" : "")
                    + (mustRevalidate ? "Cache-Control: must-revalidate\n" : "")
                    + (proxyRevalidate ? "Cache-Control: proxy-revalidate\n" : "")
                    + $"Age: {age}"
            );
            int current = age + passed;
            Reuse expected =
                noCache ? Reuse.Validate
                : current < maxAge ? Reuse.Fresh
                : mustRevalidate || proxyRevalidate || shared ? Reuse.Validate
                : current <= maxAge + whileRevalidating ? Reuse.WhileRevalidating
                : current <= maxAge + ifError ? Reuse.IfError
                : Reuse.Validate;
            Assert.Equal(
                expected,
                ReuseDecision.Decide(message, RequestDirectives.None, Messages.Now.AddSeconds(passed))
            );
        }
    }

    /// <summary>
    /// RFC 9111 4.1: selected when all nominated fields match, after lines were joined and blanks dropped; languages in any order and case;
    /// absent only matches absent.
    /// </summary>
    [Fact]
    public void A_stored_answer_is_selected_when_every_nominated_field_matches()
    {
        string[] names = ["accept-language", "x-a", "x-b"];
        Gen<string[]> value = Gen.OneOf(
            Gen.Const("a"),
            Gen.Const("A"),
            Gen.Const("a, b"),
            Gen.Const("b ,a"),
            Gen.Const("")
        ).Array[0, 2];
        Gen<string[][]> request = Gen.Select(
            value,
            value,
            value,
            (one, two, three) => new[] { one, two, three }
        );
        foreach (
            (string[][] one, string[][] other, int nominated) in Same(
                Gen.Select(request, request, Gen.Int[0, 7])
            )
        )
        {
            string[] vary = [.. names.Where((_, k) => (nominated >> k & 1) != 0)];
            bool selected = vary.All(name =>
            {
                int k = Array.IndexOf(names, name);
                return Normal(name, one[k]) == Normal(name, other[k]);
            });
            Assert.Equal(selected, Key(one) == Key(other));

            string Key(string[][] lines) =>
                VaryNames.SecondaryKey(vary, name => lines[Array.IndexOf(names, name)]);
        }

        static string? Normal(string name, string[] lines)
        {
            if (lines.Length == 0)
            {
                return null;
            }

            IEnumerable<string> members = string.Join(',', lines)
                .Split(',')
                .Select(member => member.Trim())
                .Where(member => member.Length > 0);
            return string.Join(
                ',',
                name == "accept-language"
                    ? members.Select(member => member.ToUpperInvariant()).Order(StringComparer.Ordinal)
                    : members
            );
        }
    }

    private static string Line(string name, int? value) => value is null ? "" : $"{name}{value}\n";

    private static IEnumerable<T> Same<T>(Gen<T> gen)
    {
        var random = new PCG(stream: 1, seed: 20260301);
        for (int k = 0; k < Cases; k++)
        {
            yield return gen.Generate(random, null, out _);
        }
    }
}
