using System.Globalization;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Capture;

public static class CaptureQueries
{
    /// <summary>Reads a line with the names of everybody in the network; whoever may be meant stands in the order of who was in touch last.</summary>
    /// <param name="store">The network.</param>
    /// <param name="line">As it was typed.</param>
    /// <param name="on">The day on which it was typed.</param>
    /// <param name="culture">The language of the network.</param>
    /// <param name="stop">When to stop.</param>
    /// <param name="names">Everybody's names, when they are at hand already.</param>
    public static async Task<Reading> ReadLine(this Store store, string? line, DateOnly on, CultureInfo culture, CancellationToken stop, NamesKnown? names = null)
    {
        var text = line?.Trim() ?? "";
        var isRead = text.Length is > 0 and <= LineReader.MostLetters;
        var reading = LineReader.Read(text, on, culture, isRead ? names ?? await store.EverybodysNames(stop) : new([]));
        var several = reading.People.SelectMany(p => p.Candidates).Select(c => c.Id).Distinct().Take(Store.MostParameters).ToArray();
        if (several.Length == 0) return reading;
        var last = await store.Ties.Where(t => several.Contains(t.Id) && t.LastTouchOn != null).ToDictionaryAsync(t => t.Id, t => t.LastTouchOn!.Value, stop);
        return (await store.ToldApart(reading, stop)).NearestFirst(last);
    }

    /// <summary>The names of everybody in the network: whoever reads several lines looks them up once.</summary>
    internal static async Task<NamesKnown> EverybodysNames(this Store store, CancellationToken stop) => new(await store.People.Select(p => new KnownName(p.Id, p.Name, p.Nickname)).ToListAsync(stop));

    /// <summary>Who is meant by <c>NAME=PERSON</c>: a person by name, id or address, or <c>new</c>.</summary>
    public static async Task<WhoChosen> Chosen(this Store store, string said, CancellationToken stop)
    {
        var (typed, whom) = said.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (said[..at].Trim(), said[(at + 1)..].Trim()) : throw new Words.Mistaken(new Words.Problems { { "is", "Capture.NotAChoice", said } });
        if (whom.Equals("new", StringComparison.OrdinalIgnoreCase)) return new(typed, null);
        var person = await store.FindPerson(whom, stop);
        return new(typed, person.Id, person.Name);
    }
}
