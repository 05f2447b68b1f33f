using Mainstay.Storage;

namespace Mainstay.Challenges;

/// <summary>The crisis lines that ship with the program, and those that whoever runs the server added in <c>crisis-lines.json</c> of the data folder.</summary>
public sealed class CrisisLinesSource(Settings settings)
{
    public const string FileName = "crisis-lines.json";

    /// <summary>The lines of a country, none when none is said, and how many entries of the file were left out because they name no document or no day.</summary>
    public (IReadOnlyList<CrisisLine> Lines, int LeftOut) Of(string? country)
    {
        if (country is null) return ([], 0);
        var added = CrisisLine.Read(Added());
        return ([.. added.Lines.Concat(Shipped.Value).Where(l => string.Equals(l.Country, country, StringComparison.OrdinalIgnoreCase))], added.LeftOut);
    }

    private static readonly Lazy<IReadOnlyList<CrisisLine>> Shipped = new(() => CrisisLine.Read(ReadShipped()).Lines);

    private static string ReadShipped()
    {
        using var file = typeof(CrisisLinesSource).Assembly.GetManifestResourceStream(FileName)!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    private string Added()
    {
        var path = Path.Combine(settings.Data, FileName);
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : """{"lines":[]}""";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return ""; // counts as an entry that is left out, so that somebody looks
        }
    }
}
