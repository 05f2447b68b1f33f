using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Needs;

/// <summary>Everything that knows who may meet a need.</summary>
public sealed class SupportersQueries(IEnumerable<ISupportHints> hints)
{
    /// <summary>Who can meet these needs, and from what that is known: the owner's word wins over what is gathered, and of what is gathered the best counts. The ablest first; those of whom the owner said that they cannot come last.</summary>
    public async Task<ILookup<Guid, Support>> Of(Store store, IReadOnlyList<Need> needs, DateOnly today, CancellationToken stop)
    {
        var ids = needs.Select(n => n.Id).ToHashSet();
        var all = new Dictionary<(Guid, Guid), Support>();
        foreach (var said in (await Said.For(store)(store).ToListAsync(stop)).Where(s => ids.Contains(s.Row.NeedId))) all[(said.Row.NeedId, said.Row.PersonId)] = Support.Of(said.Row, said.Name, today);
        var gathered = new List<SupportHint>();
        foreach (var source in hints) gathered.AddRange(await source.Hints(store, needs, today, stop));
        var names = await store.NamesOf([.. gathered.Select(h => h.PersonId).Distinct()], stop);
        foreach (var hint in gathered.Where(h => names.ContainsKey(h.PersonId)).GroupBy(h => (h.NeedId, h.PersonId)).Select(g => g.MaxBy(h => (h.Agreed is not null, h.Ability))!))
        {
            var key = (hint.NeedId, hint.PersonId);
            if (!all.TryGetValue(key, out var said)) all[key] = Gathered(hint, names[hint.PersonId], hint.Ability);
            else if (hint.Agreed is not null && said is { Basis: SupportBasis.Said, Ability: not Ability.None }) all[key] = Gathered(hint, said.Name, said.Ability);
        }
        return all.Values.OrderByDescending(s => s.Ability).ThenBy(s => s.Basis).ThenBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.PersonId).ToLookup(s => s.NeedId);
    }

    /// <summary>What was gathered; what they agreed to somewhere else makes the owner's word on how well they can help no less true.</summary>
    private static Support Gathered(SupportHint hint, string name, Ability ability) => new(hint.NeedId, hint.PersonId, name, ability, hint.Agreed is null ? SupportBasis.Inferred : SupportBasis.Agreed)
    {
        Until = hint.Agreed?.Until,
        Scope = hint.Agreed?.Scope,
        Reason = hint.Reason,
    };

    private sealed record SaidOf(Supporter Row, string Name);

    private static readonly Question<Func<Store, IAsyncEnumerable<SaidOf>>> Said = new(() => EF.CompileAsyncQuery((Store store) =>
        from row in store.Set<Supporter>().AsNoTracking()
        join person in store.Set<Person>() on row.PersonId equals person.Id
        select new SaidOf(row, person.Name)));
}

internal static class NamesQueries
{
    /// <summary>The names of these people; nobody from the trash.</summary>
    public static async Task<Dictionary<Guid, string>> NamesOf(this Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var names = new Dictionary<Guid, string>(people.Count);
        foreach (var some in people.Chunk(Store.MostParameters))
            foreach (var person in await Named.For(store)(store, some).ToListAsync(stop)) names[person.Id] = person.Name;
        return names;
    }

    private static readonly Question<Func<Store, Guid[], IAsyncEnumerable<PersonLine>>> Named = new(() =>
        EF.CompileAsyncQuery((Store store, Guid[] ids) => store.Set<Person>().Where(p => ids.Contains(p.Id)).Select(p => new PersonLine(p.Id, p.Name))));
}
