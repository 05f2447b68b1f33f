using Mainstay.Introductions;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Insights;

/// <summary>Looks up the whole network.</summary>
public sealed class NetworkQueries(AcquaintanceQueries acquaintances, SupportersQueries supporters, DataVersion version)
{
    /// <summary>So many owners' networks are remembered.</summary>
    private const int MostKnown = 20;

    private readonly Remembered<NetworkView> remembered = new(version, MostKnown);

    /// <summary>The network as things stand; what was looked up before, as long as nothing was written since.</summary>
    public Task<NetworkView> View(Store store, DateOnly today, CancellationToken stop) => remembered.Get(store, today, () => Look(store, today, stop), stop);

    private async Task<NetworkView> Look(Store store, DateOnly today, CancellationToken stop)
    {
        var known = await acquaintances.All(store, today, stop);
        var needs = await store.OpenNeeds(stop);
        var supports = await supporters.Of(store, needs, today, stop);
        var numbers = NetworkDrawing.Numbers(known.Names.Keys);
        var links = NetworkDrawing.Links(known, numbers);
        var graph = NetworkDrawing.Graph(numbers.Count, links);
        var groups = NetworkDrawing.Groups(graph, stop);
        var months = NetworkView.MonthsUntil(today);
        var facts = new Facts
        {
            Roles = await store.RolesNow(today, stop),
            Places = await store.Places(stop),
            Ties = await store.TiesOver(months, stop),
            Supports = needs.SelectMany(n => supports[n.Id]).Where(s => s.Ability != Ability.None).ToLookup(s => s.PersonId),
            Ranks = await store.Ranks(stop),
            Kinds = needs.ToDictionary(n => n.Id, n => n.Kind),
            Groups = groups.SelectMany(g => g.People.Select(p => (p, g.Number))).ToDictionary(g => g.p, g => g.Number),
        };
        return new()
        {
            On = today,
            Months = months,
            People = [.. numbers.OrderBy(n => n.Value).Select(n => facts.Of(n.Value, n.Key, known.Names[n.Key]))],
            Links = links,
            Graph = graph,
            Groups = groups,
            Needs = needs,
        };
    }

    /// <summary>What is known of everybody, each from one question.</summary>
    private sealed record Facts
    {
        public required ILookup<Guid, string> Roles { get; init; }
        public required ILookup<Guid, NetworkPlace> Places { get; init; }
        public required Dictionary<Guid, TieOver> Ties { get; init; }
        public required ILookup<Guid, Support> Supports { get; init; }
        public required Dictionary<Guid, int> Ranks { get; init; }
        public required Dictionary<Guid, SupportKind> Kinds { get; init; }
        public required Dictionary<int, int> Groups { get; init; }

        public NetworkPerson Of(int number, Guid id, string name)
        {
            var tie = Ties.GetValueOrDefault(id);
            Support[] supports = [.. Supports[id].OrderByDescending(s => s.Ability)];
            return new(number, id, name)
            {
                Rank = Ranks.GetValueOrDefault(id, int.MaxValue),
                Layer = tie?.Layer ?? Layer.None,
                Roles = [.. Roles[id]],
                Places = [.. Places[id].DistinctBy(p => p.Id)],
                Supports = supports,
                Kind = supports.Length == 0 ? null : Kinds[supports[0].NeedId],
                Group = Groups.TryGetValue(number, out var group) ? group : null,
                Strengths = tie?.Strengths ?? [],
            };
        }
    }
}

/// <summary>How near somebody is meant to be, and how strong the tie was month by month.</summary>
internal sealed record TieOver(Layer Layer, IReadOnlyList<byte> Strengths);

internal static class NetworkFactsQueries
{
    /// <summary>Everybody's place by name.</summary>
    public static async Task<Dictionary<Guid, int>> Ranks(this Store store, CancellationToken stop) =>
        (await store.People.OrderBy(p => p.SortKey).ThenBy(p => p.Id).Select(p => p.Id).ToListAsync(stop)).Select((id, rank) => (id, rank)).ToDictionary(r => r.id, r => r.rank);

    public static async Task<ILookup<Guid, string>> RolesNow(this Store store, DateOnly today, CancellationToken stop) =>
        (await store.Roles.Where(r => r.Until == null || r.Until > today).OrderBy(r => r.Position).Select(r => new { r.PersonId, r.Name }).ToListAsync(stop)).ToLookup(r => r.PersonId, r => r.Name);

    /// <summary>Where everybody is now.</summary>
    public static async Task<ILookup<Guid, NetworkPlace>> Places(this Store store, CancellationToken stop) =>
        (await (from place in store.Affiliations
                join organization in store.Organizations on place.OrganizationId equals (Guid?)organization.Id
                where place.Until == null
                orderby place.PersonId, place.Position
                select new { place.PersonId, organization.Id, organization.Name }).ToListAsync(stop)).ToLookup(p => p.PersonId, p => new NetworkPlace(p.Id, p.Name));

    /// <summary>All ties, weighed on each of these days, in one read.</summary>
    public static async Task<Dictionary<Guid, TieOver>> TiesOver(this Store store, IReadOnlyList<DateOnly> days, CancellationToken stop)
    {
        var ties = new Dictionary<Guid, TieOver>();
        var rows = from tie in store.Ties.AsNoTracking()
                   join packed in store.PackedContacts on tie.Id equals packed.Id into history
                   from packed in history.DefaultIfEmpty()
                   select new { tie.Id, tie.Layer, tie.Closeness, packed.Packed };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(stop))
            ties[row.Id] = new(row.Layer, TieMonths.Of(ContactPacking.Unpack(row.Packed), row.Closeness, days));
        return ties;
    }
}
