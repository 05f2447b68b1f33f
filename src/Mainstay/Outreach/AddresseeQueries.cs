using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Outreach;

/// <summary>Somebody to whom a message may go: one of the owner's people, a candidate, or both in one.</summary>
/// <param name="PersonId">Who it is among the owner's people.</param>
/// <param name="Candidate">The candidate they are.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Nickname">What they are called too.</param>
internal sealed record Addressee(Guid? PersonId, Candidate? Candidate, string Name, string? Nickname)
{
    /// <summary>What tells them from everybody of the same name; null when nobody else has it.</summary>
    public string? Apart { get; init; }

    public Guid Id => PersonId ?? Candidate!.Id;
}

/// <summary>To whom a message goes: people and candidates are looked for together, and none of two of one name is taken without a word.</summary>
internal static class AddresseeQueries
{
    /// <summary>The one who answers to a name, an id or an address. Several are a refusal that tells them apart.</summary>
    public static async Task<Addressee> FindAddressee(this Store store, string typed, CancellationToken stop)
    {
        var all = await store.Addressees(stop);
        if (all.Where(a => a.Candidate is { } it && it.EndsSo(typed)).Take(2).ToList() is [var ended]) return await store.ToldApart(ended, all, stop);
        var answering = all.Select(a => (Whom: a, How: PersonNames.Answers(a.Name, a.Nickname, typed))).Where(a => a.How is not null).ToList();
        var closest = answering.Min(a => a.How);
        var best = answering.Where(a => a.How == closest).Select(a => a.Whom).OrderBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Id).ToList();
        if (best.Count > 1) throw new Conflict("Outreach.SayWhoToWrite", typed, await store.Choices(best, stop));
        if (best is [var one]) return await store.ToldApart(one, all, stop);
        var person = (await store.FindPerson(typed, stop)).Id;
        return await store.ToldApart(all.First(a => a.PersonId == person), all, stop);
    }

    private static async Task<List<Addressee>> Addressees(this Store store, CancellationToken stop)
    {
        var candidates = await store.Candidates.AsNoTracking().ToListAsync(stop);
        var linked = candidates.Where(c => c.PersonId is not null).ToLookup(c => c.PersonId!.Value);
        var people = await store.People.Select(p => new { p.Id, p.Name, p.Nickname }).ToListAsync(stop);
        return
        [
            .. people.Select(p => new Addressee(p.Id, linked[p.Id].FirstOrDefault(), p.Name, p.Nickname)),
            .. candidates.Where(c => c.PersonId is null).Select(c => new Addressee(null, c, c.Name, null)),
        ];
    }

    private static async Task<Addressee> ToldApart(this Store store, Addressee one, List<Addressee> all, CancellationToken stop)
    {
        var key = PersonNames.Key(one.Name);
        var same = all.FindAll(a => PersonNames.Key(a.Name) == key);
        return same.Count == 1 ? one : one with { Apart = (await store.Apart(same, stop)).GetValueOrDefault(one.Id) };
    }

    /// <summary>Each with what tells them apart and what is to be typed.</summary>
    private static async Task<IReadOnlyList<string>> Choices(this Store store, List<Addressee> several, CancellationToken stop)
    {
        var apart = await store.Apart(several, stop);
        return [.. several.Select(a => a.PersonId is { } person
            ? NamesakeQueries.Label(a.Name, apart.GetValueOrDefault(a.Id), person.ToString())
            : new Reason("Outreach.TheCandidate", NamesakeQueries.Label(a.Name, apart.GetValueOrDefault(a.Id), a.Candidate!.Ending())).InWords())];
    }

    private static async Task<Dictionary<Guid, string>> Apart(this Store store, List<Addressee> several, CancellationToken stop) => Namesakes.Apart(
    [
        .. await store.WithWhatIsKnown([.. several.Where(a => a.PersonId is not null).Select(a => new PersonLine(a.Id, a.Name))], stop),
        .. several.Where(a => a.PersonId is null).Select(a => NamesakeQueries.WithWhatIsKnown(a.Candidate!)),
    ]);
}
