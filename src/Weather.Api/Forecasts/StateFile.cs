using Microsoft.Data.Sqlite;

namespace Weather.Api.Forecasts;

/// <summary>
/// The file of the second level, looked at before anybody relies on it. A cache is not worth a start that fails: a damaged file is set
/// aside, under a name that says so, and a new one begins.
/// </summary>
internal static class StateFile
{
    private static readonly string[] Companions = ["", "-wal", "-shm"];

    public static void SetAsideIfDamaged(string path)
    {
        if (!File.Exists(path) || IsWhole(path))
        {
            return;
        }

        foreach (string companion in Companions)
        {
            if (File.Exists(path + companion))
            {
                File.Move(path + companion, $"{path}.damaged{companion}", overwrite: true);
            }
        }
    }

    private static bool IsWhole(string path)
    {
        try
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()
            );
            connection.Open();
            using SqliteCommand check = connection.CreateCommand();
            check.CommandText = "PRAGMA quick_check(1)";
            return check.ExecuteScalar() is "ok";
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
