using System.Diagnostics;
using Mainstay.Words;
using Npgsql;

namespace Mainstay.Storage;

/// <summary>PostgreSQL's own programs, which know how to copy a database. Where and as whom is told them in their environment: a command line is everybody's to read.</summary>
internal static class PostgresTools
{
    /// <summary>Makes the schema empty within the transaction of a restore, also of tables that the backup does not know yet.</summary>
    private const string Clear = """
        DO $$ DECLARE t record; BEGIN
          FOR t IN SELECT c.oid::regclass AS name, c.relkind FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
            AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e') ORDER BY c.relkind DESC
          LOOP
            EXECUTE 'DROP ' || CASE t.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END || ' IF EXISTS ' || t.name || ' CASCADE';
          END LOOP;
        END $$;
        """;

    public static Task Dump(Settings settings, string file, CancellationToken stop) =>
        Run(settings, "pg_dump", ["--format=custom", "--no-owner", "--no-privileges", "--no-password", "--file=" + file], stop);

    /// <summary>The migrations that a dump says it has been through; none when it is no dump of ours.</summary>
    public static async Task<Shape> Examine(Settings settings, string dump, CancellationToken stop)
    {
        var rows = await Run(settings, "pg_restore", ["--data-only", "--table=__EFMigrationsHistory", "--file=-", dump], stop);
        var lines = rows.Split('\n').SkipWhile(l => !l.StartsWith("COPY ", StringComparison.Ordinal)).Skip(1).TakeWhile(l => l != "\\.");
        return new Shape([.. lines.Select(l => l.Split('\t')[0])]);
    }

    /// <summary>Makes the database what the dump says, in one transaction.</summary>
    public static async Task Restore(Settings settings, string dump, CancellationToken stop)
    {
        var script = Path.Combine(Backups.FolderOf(settings), $".restore.{Guid.CreateVersion7():N}.part");
        try
        {
            PrivateFiles.MakeFile(script);
            await Run(settings, "pg_restore", ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--file=" + script, dump], stop);
            await Run(settings, "psql", ["--no-psqlrc", "--quiet", "--no-password", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=" + NullFile, "--command=" + Clear, "--file=" + script], stop);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static string NullFile => OperatingSystem.IsWindows() ? "NUL" : "/dev/null";

    private static async Task<string> Run(Settings settings, string tool, string[] arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo(Find(settings, tool), arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in Whereabouts(new(settings.Database))) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        await using var stopping = stop.Register(() => process.Kill(true));
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        stop.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? output : throw new CannotBeDone("Storage.ToolFailed", tool, LastLine(await error));
    }

    private static string Find(Settings settings, string tool)
    {
        var folders = settings.PostgresTools is { } folder ? [folder] : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var name = OperatingSystem.IsWindows() ? tool + ".exe" : tool;
        return folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists) ?? throw new CannotBeDone("Storage.ToolMissing", tool);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Whereabouts(NpgsqlConnectionStringBuilder server)
    {
        var all = new Dictionary<string, string?>
        {
            ["PGHOST"] = server.Host,
            ["PGPORT"] = server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["PGUSER"] = server.Username,
            ["PGPASSWORD"] = server.Password,
            ["PGDATABASE"] = server.Database ?? server.Username,
            ["PGPASSFILE"] = server.Passfile,
            ["PGSSLMODE"] = server.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var other => other.ToString().ToLowerInvariant() },
            ["PGSSLROOTCERT"] = server.RootCertificate,
            ["PGSSLCERT"] = server.SslCertificate,
            ["PGSSLKEY"] = server.SslKey,
        };
        return all.Where(a => !string.IsNullOrEmpty(a.Value));
    }

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
}
