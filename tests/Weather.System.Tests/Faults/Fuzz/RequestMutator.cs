using System.Text;

namespace Weather.System.Tests.Faults.Fuzz;

/// <summary>Makes odd requests of ordinary ones. The same seed and index give the same bytes.</summary>
internal sealed class RequestMutator(IReadOnlyList<string> ordinary, string sentinel)
{
    private const int MostChanges = 4;

    public byte[] Make(int seed, int index)
    {
        var random = new Random(unchecked((seed * 1_000_003) + index));
        string request = Pick(random, ordinary);
        for (int change = random.Next(MostChanges); change >= 0; change--)
        {
            request = Change(random, request);
        }

        List<byte> bytes = [.. Encoding.Latin1.GetBytes(request)];
        if (random.Next(3) == 0)
        {
            Spoil(random, bytes);
        }

        // An ordinary request at the end: whoever is still in step answers it and closes.
        bytes.AddRange(Encoding.Latin1.GetBytes(sentinel));
        return [.. bytes];
    }

    private string Change(Random random, string request)
    {
        int first = request.IndexOf("\r\n", StringComparison.Ordinal);
        string[] parts = first < 0 ? [] : request[..first].Split(' ', 3);
        string rest = first < 0 ? request : request[first..];
        switch (random.Next(8))
        {
            case 0 when parts.Length == 3:
                return $"{Pick(random, OddParts.Methods)} {parts[1]} {parts[2]}{rest}";
            case 1 when parts.Length == 3:
                return $"{parts[0]} {Pick(random, OddParts.Targets)} {parts[2]}{rest}";
            case 2 when parts.Length == 3:
                return $"{parts[0]} {parts[1]} {Pick(random, OddParts.Versions)}{rest}";
            case 3:
                return request + Pick(random, OddParts.Bodies);
            case 4:
                return request + Pick(random, ordinary);
            case 5:
                return OneLineFeedAlone(random, request);
            default:
                return first < 0 ? request : request.Insert(first + 2, Pick(random, OddParts.Lines) + "\r\n");
        }
    }

    private static string OneLineFeedAlone(Random random, string request)
    {
        int at = request.IndexOf("\r\n", random.Next(request.Length + 1), StringComparison.Ordinal);
        return at < 0 ? request : request.Remove(at, 1);
    }

    /// <summary>Bytes flipped, put in, taken out or doubled, wherever it hits.</summary>
    private static void Spoil(Random random, List<byte> bytes)
    {
        int at = random.Next(bytes.Count);
        int length = random.Next(1, Math.Min(40, bytes.Count - at) + 1);
        switch (random.Next(4))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.InsertRange(at, Pick(random, OddParts.Bytes));
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            default:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
        }
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
