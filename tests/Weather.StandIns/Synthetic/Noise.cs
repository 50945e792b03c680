namespace Weather.StandIns.Synthetic;

/// <summary>Value noise: the same number for the same point on every machine, and close numbers for close points.</summary>
internal static class Noise
{
    /// <returns>Between −1 and 1; smooth in each coordinate with features about one unit wide.</returns>
    public static double At(int seed, double x, double y, double t)
    {
        int x0 = (int)Math.Floor(x);
        int y0 = (int)Math.Floor(y);
        int t0 = (int)Math.Floor(t);
        double fx = Smooth(x - x0);
        double fy = Smooth(y - y0);
        double ft = Smooth(t - t0);
        return Mix(Plane(t0), Plane(t0 + 1), ft);

        double Plane(int time) => Mix(Line(y0, time), Line(y0 + 1, time), fy);
        double Line(int row, int time) =>
            Mix(Corner(seed, x0, row, time), Corner(seed, x0 + 1, row, time), fx);
    }

    private static double Mix(double from, double to, double share) => from + (to - from) * share;

    private static double Smooth(double share) => share * share * (3 - 2 * share);

    private static double Corner(int seed, int x, int y, int t)
    {
        unchecked
        {
            uint hash = (uint)seed * 0x9E3779B1u;
            hash = Scramble(hash ^ (uint)x * 0x85EBCA77u);
            hash = Scramble(hash ^ (uint)y * 0xC2B2AE3Du);
            hash = Scramble(hash ^ (uint)t * 0x27D4EB2Fu);
            return hash / (double)uint.MaxValue * 2 - 1;
        }
    }

    private static uint Scramble(uint hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 16)) * 0x7FEB352Du;
            hash = (hash ^ (hash >> 15)) * 0x846CA68Bu;
            return hash ^ (hash >> 16);
        }
    }
}
