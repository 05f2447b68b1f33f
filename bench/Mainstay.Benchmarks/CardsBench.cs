using Mainstay.Cli;
using Mainstay.Formats;

namespace Mainstay.Benchmarks;

/// <summary>An address book of 10,000 cards: parsed, imported, and imported again.</summary>
internal static class CardsBench
{
    private const int Count = 10_000;

    public static async Task<IReadOnlyList<Measured>> Run(string shelf)
    {
        Directory.CreateDirectory(shelf);
        var file = Path.Combine(shelf, "cards.vcf");
        var cards = Generator.Cards(Count);
        await File.WriteAllBytesAsync(file, cards);
        return
        [
            await Measured.Time("parse 10,000 cards", 500, 9, () => Task.FromResult(Parse(cards)), warmUp: 2),
            await Measured.Time("import 10,000 new cards into an empty network", 5_000, 3, () => Import(file, once: true)),
            await Measured.Time("import 10,000 cards twice (the second changes nothing)", null, 3, () => Import(file, once: false), warmUp: 0),
        ];
    }

    private static int Parse(byte[] cards)
    {
        using var stream = new MemoryStream(cards, writable: false);
        var found = VCardReader.Read(stream).Count(r => r.Card is not null);
        return found == Count ? found : throw new InvalidOperationException($"{found} cards found.");
    }

    private static async Task Import(string file, bool once)
    {
        var data = Directory.CreateTempSubdirectory("mainstay-bench-").FullName;
        try
        {
            await Type(data, "import", file, "--json");
            if (!once) await Type(data, "import", file, "--json");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(data, true);
        }
    }

    private static async Task Type(string data, params string[] args)
    {
        using var error = new StringWriter();
        var around = new Surroundings { Out = TextWriter.Null, Error = error, In = TextReader.Null, Variable = name => name == "MAINSTAY_DATA" ? data : null };
        if (await House.Run(args, around) != 0) throw new InvalidOperationException(error.ToString());
    }
}
