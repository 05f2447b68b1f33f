using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Introductions;

/// <summary>Notes many acquaintances at once.</summary>
public static class PastedActions
{
    /// <summary>Keeps what could be understood, and says of each other line why it could not.</summary>
    public static Task<Pasted> Paste(this Store store, string? lines, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(new Problems().When(string.IsNullOrWhiteSpace(lines), "lines", "Introductions.NothingPasted").When(lines?.AsSpan().Count('\n') >= PastedPairs.MostLines, "lines", "Introductions.TooManyLines", PastedPairs.MostLines));
        var pasted = new PastedPairs(await store.People.Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, stop));
        pasted.Read(lines!);
        var said = await store.Acquaintances.ToDictionaryAsync(a => (a.FirstId, a.SecondId), stop);
        var fresh = pasted.Pairs.Where(p => !said.ContainsKey(p.Key)).Select(p => new Acquaintance { FirstId = p.Key.First, SecondId = p.Key.Second, Strength = p.Value, SaidOn = today }).ToList();
        var added = fresh.Count + pasted.Pairs.Count(p => said.TryGetValue(p.Key, out var row) && row.IsRefused);
        foreach (var (key, strength) in pasted.Pairs)
            if (said.TryGetValue(key, out var row) && (row.IsRefused || (strength is not null && strength != row.Strength))) (row.IsRefused, row.Strength, row.SaidOn) = (false, strength ?? row.Strength, today);
        await store.SaveChangesAsync(stop);
        await store.InsertMany(fresh, stop);
        return new Pasted(added, pasted.Pairs.Count - added + pasted.Again, pasted.Problems, pasted.Failed);
    }, stop);
}
