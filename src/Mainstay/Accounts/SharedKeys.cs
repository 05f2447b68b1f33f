using System.Xml.Linq;
using Mainstay.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Mainstay.Accounts;

/// <summary>
/// The keys of all servers on one PostgreSQL, in the database: what one has sealed or signed, every other opens. Keys that lie in a data folder from before
/// are taken in. Of servers that start at once on an empty database one makes the first key, and the others wait for it.
/// </summary>
internal sealed class SharedKeys(Settings settings) : IXmlRepository
{
    private const string Mark = "cookies", Prefix = "keys/";

    /// <summary>Held by who makes the first key.</summary>
    private const long Turn = 5153;

    private readonly KeyLock opener = new(settings.KeysPassword);
    private NpgsqlConnection? turn;
    private bool isTakenIn;

    /// <summary>By what the cookies of these servers are told from those of others on the same machine: the server that was first has said it.</summary>
    public static string MarkOf(Settings settings, string otherwise)
    {
        using var line = Open(settings);
        Put(line, Mark, otherwise);
        using var ask = new NpgsqlCommand("""SELECT "Text" FROM "InCommon" WHERE "Name" = @name""", line) { Parameters = { new("name", Mark) } };
        return (string)ask.ExecuteScalar()!;
    }

    /// <summary>Refuses, with a sentence, where the keys are locked and this server cannot open them.</summary>
    public void Check()
    {
        using var line = Open(settings);
        Read(line);
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var line = Open(settings);
        TakeIn(line);
        if (Read(line) is { Count: > 0 } keys) return keys;
        turn ??= WaitForTurn();
        keys = Read(line); // somebody else was first
        if (keys.Count > 0) LetOthers();
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var line = Open(settings);
        Keep(line, friendlyName, element);
        LetOthers();
    }

    private List<XElement> Read(NpgsqlConnection line)
    {
        var rows = new List<(string Name, string Text)>();
        using (var ask = new NpgsqlCommand($"""SELECT "Name", "Text" FROM "InCommon" WHERE "Name" LIKE '{Prefix}%' ORDER BY "Name" """, line))
        using (var found = ask.ExecuteReader())
            while (found.Read()) rows.Add((found.GetString(0), found.GetString(1)));
        foreach (var (name, text) in rows.Where(r => opener.IsSet && !KeyLock.IsLocked(r.Text))) LockUp(line, name, text);
        return [.. rows.Select(r => XElement.Parse(opener.Open(r.Name, r.Text)))];
    }

    /// <summary>From before there were keys in the database. They stay in the folder too.</summary>
    private void TakeIn(NpgsqlConnection line)
    {
        if (isTakenIn) return;
        isTakenIn = true;
        var folder = Seals.FolderOf(settings);
        if (!Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder, "*.xml")) Keep(line, Path.GetFileNameWithoutExtension(file), XElement.Load(file));
    }

    private void Keep(NpgsqlConnection line, string name, XElement key) => Put(line, Prefix + name, opener.Lock(Prefix + name, key.ToString(SaveOptions.DisableFormatting)));

    /// <summary>What stood open before there was a password.</summary>
    private void LockUp(NpgsqlConnection line, string name, string text)
    {
        using var change = new NpgsqlCommand("""UPDATE "InCommon" SET "Text" = @text WHERE "Name" = @name""", line) { Parameters = { new("name", name), new("text", opener.Lock(name, text)) } };
        change.ExecuteNonQuery();
    }

    private static void Put(NpgsqlConnection line, string name, string text)
    {
        using var put = new NpgsqlCommand("""INSERT INTO "InCommon" ("Name", "Text") VALUES (@name, @text) ON CONFLICT ("Name") DO NOTHING""", line) { Parameters = { new("name", name), new("text", text) } };
        put.ExecuteNonQuery();
    }

    /// <summary>Nobody waits for ever for one that hangs: two first keys are a nuisance for a day, no server at all is worse.</summary>
    private NpgsqlConnection WaitForTurn()
    {
        var line = Open(settings);
        try
        {
            using var wait = new NpgsqlCommand($"SET lock_timeout = '10s'; SELECT pg_advisory_lock({Turn})", line);
            wait.ExecuteNonQuery();
        }
        catch (PostgresException late) when (late.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            // The other hangs.
        }
        return line;
    }

    private void LetOthers()
    {
        turn?.Dispose(); // closing it lets go
        turn = null;
    }

    private static NpgsqlConnection Open(Settings settings)
    {
        var line = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.Database) { Pooling = false }.ToString());
        line.Open();
        return line;
    }
}
