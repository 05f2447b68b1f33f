using Mainstay.Needs;
using Mainstay.Rhythm;
using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Exchange;

public static class WhoCanHelpQueries
{
    /// <summary>So many are named, when nothing else is said, and at most.</summary>
    public const int Usual = 5, Most = 20;

    /// <summary>So many are weighed in full: their touches are looked at one by one.</summary>
    private const int MostWeighed = 60;

    /// <summary>So many ties are looked at roughly: those of which the owner said something, then those with most contact. The others are all alike.</summary>
    private const int MostRough = 1_000;

    private const int MostQuoted = 3;

    /// <summary>What a word is worth, by where it stands. Names are not looked at: who is called Price knows nothing of prices; nor is what the owner promised: to send somebody a price list says nothing of what they know.</summary>
    internal static readonly Dictionary<string, double> Weights = new()
    {
        ["topic"] = 3, ["title"] = 2, ["organization"] = 2, ["role"] = 2, ["label"] = 2, ["notes"] = 1, ["field"] = 1, ["met"] = 1, ["touch"] = 1, ["helped"] = 1, ["promise"] = 1, ["advice"] = 1,
    };

    /// <summary>Who can help with something, by all that was written of people, by how the ties stand, and by how they answered so far.</summary>
    /// <param name="store">Whose people.</param>
    /// <param name="question">A topic, or a question; empty, the topic of the need stands for it.</param>
    /// <param name="need">For which need.</param>
    /// <param name="most">So many at most.</param>
    /// <param name="today">The owner's day.</param>
    /// <param name="stop">Breaks off.</param>
    public static async Task<HelpAnswer> WhoCanHelp(this Store store, string? question, Guid? need, int most, DateOnly today, CancellationToken stop)
    {
        var meant = need is { } id ? await store.NeedOf(id, stop) : null;
        var asked = string.IsNullOrWhiteSpace(question) ? meant?.Topic ?? throw new Mistaken(new Problems().When(true, "q", "Exchange.WhoSayMore")) : question.Trim();
        var found = await store.Weigh(asked, Weights, stop);
        var past = await store.PastHelp(found.Words, today, stop);
        var best = await store.Best(found, past, Math.Clamp(most, 1, Most), today, stop);
        var quotes = await store.Quote(found, best.ToDictionary(b => b.Id, b => b.Found), Weights, stop);
        return new(asked, found.Words, [.. best.Select(b => b.Told(past, [.. quotes.GetValueOrDefault(b.Id, []).Take(MostQuoted).Select(Quoted)]))], found.Count)
        {
            IsShortened = found.IsShortened,
            Meant = found.Meant,
            NeedId = need,
        };
    }

    /// <summary>Those with the highest score, each weighed in full.</summary>
    private static async Task<List<Weighted>> Best(this Store store, Weighed found, PastHelp past, int most, DateOnly today, CancellationToken stop)
    {
        var likely = (await store.Likely(found, past, today, stop)).ToDictionary(p => p.Number);
        var people = await People.For(store)(store, [.. likely.Keys]).ToListAsync(stop);
        var ties = await store.TiesOf([.. people.Select(p => p.Id)], today, stop);
        return
        [
            .. people.Where(p => ties.GetValueOrDefault(p.Id)?.Tie.Verdict != Verdict.Over).Select(p => Weighted.Of(p, likely[p.Number], ties.GetValueOrDefault(p.Id), past))
                .OrderByDescending(b => b.Score).ThenByDescending(b => b.Can).ThenBy(b => b.Name, StringComparer.Ordinal).ThenBy(b => b.Id).Take(most),
        ];
    }

    /// <summary>Everybody who was found; of very many those who come out best when their ties are looked at roughly.</summary>
    private static async Task<IEnumerable<WeighedPerson>> Likely(this Store store, Weighed found, PastHelp past, DateOnly today, CancellationToken stop)
    {
        if (found.Count <= MostWeighed) return found.Highest(MostWeighed, p => p.Score);
        var strengths = new Dictionary<int, double>();
        await foreach (var tie in Ties.For(store)(store).WithCancellation(stop)) strengths[tie.Number] = tie.Strength(today);
        double Rough(WeighedPerson p) => HelpEstimate.Can(p.Score, 0) * HelpEstimate.Will(strengths.GetValueOrDefault(p.Number, Layers.ClosenessOf(Layer.None)), 1, AskRecord.None);
        return found.Highest(MostWeighed, Rough);
    }

    private static Evidence Quoted(Snippet snippet) => new(snippet.Field, snippet.Text, [.. snippet.Marks.Select(m => (m.Start, m.Length))]);

    private sealed record Numbered(int Number, Guid Id, string Name);

    private static readonly Question<Func<Store, int[], IAsyncEnumerable<Numbered>>> People = new(() => EF.CompileAsyncQuery((Store store, int[] numbers) =>
        store.Set<SearchPerson>().Where(p => numbers.Contains(p.Number)).Select(p => new Numbered(p.Number, p.Id, p.Name))));

    private static readonly Question<Func<Store, IAsyncEnumerable<RoughTie>>> Ties = new(() => EF.CompileAsyncQuery((Store store) =>
        from tie in store.Set<Tie>().OrderBy(t => t.Layer == Layer.None && t.Closeness == null).ThenByDescending(t => t.ContactDays).ThenBy(t => t.Id).Take(MostRough)
        join person in store.Set<SearchPerson>() on tie.Id equals person.Id
        select new RoughTie(person.Number, tie.Layer, tie.Closeness, tie.ContactDays, tie.FirstTouchOn, tie.LastTouchOn)));

    /// <summary>What can be said of a tie without looking at its touches.</summary>
    private sealed record RoughTie(int Number, Layer Layer, int? Closeness, int ContactDays, DateOnly? First, DateOnly? Last)
    {
        public double Strength(DateOnly today) => Rhythm.Strength.Roughly(ContactDays, First, Last, today, Closeness is { } said ? (said - 1) / 4.0 : Layers.ClosenessOf(Layer));
    }

    /// <summary>Somebody whose three parts are known.</summary>
    private sealed record Weighted(Guid Id, string Name, WeighedPerson Found, double Can, double Will, double Soon)
    {
        public double Score => HelpEstimate.Score(Can, Will, Soon);

        public Standing? Tie { get; private init; }

        public static Weighted Of(Numbered person, WeighedPerson found, Standing? tie, PastHelp past)
        {
            var asked = past.Asked.GetValueOrDefault(person.Id, AskRecord.None);
            var will = HelpEstimate.Will(tie?.BlendedStrength ?? Layers.ClosenessOf(Layer.None), past.Loads.GetValueOrDefault(person.Id)?.Willingness ?? 1, asked);
            return new(person.Id, person.Name, found, HelpEstimate.Can(found.Score, past.Helped.GetValueOrDefault(person.Id)), will, HelpEstimate.Soon(asked)) { Tie = tie };
        }

        public WhoCanHelp Told(PastHelp past, IReadOnlyList<Evidence> evidence)
        {
            var asked = past.Asked.GetValueOrDefault(Id, AskRecord.None);
            return new(Id, Name, Can, Will, Soon)
            {
                WhyCan = [HelpEstimate.KnowingInWords(Can), .. past.Helped.GetValueOrDefault(Id) is > 0 and var times ? (Reason[])[new("Exchange.WhoHelped", times)] : []],
                WhyWill = [new("Exchange.WhoWill", Telling.InTen(Will)), .. HelpReasons.Of(Tie, asked, past.Loads.GetValueOrDefault(Id))],
                WhySoon = [HelpEstimate.SpeedInWords(asked)],
                Evidence = evidence,
            };
        }
    }
}
