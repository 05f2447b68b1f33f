using Mainstay.Exchange;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Insights;

/// <summary>Looks up how the owner's people hang together.</summary>
public sealed class StructureQueries(NetworkQueries networks, DataVersion version)
{
    /// <summary>So many owners' structures are remembered.</summary>
    private const int MostKnown = 20;

    private readonly Remembered<Structure> remembered = new(version, MostKnown);

    /// <summary>The structure as things stand; the one of before, as long as nothing was written since.</summary>
    public Task<Structure> Structure(Store store, DateOnly today, CancellationToken stop) =>
        remembered.Get(store, today, async () => Insights.Structure.Of(await Facts(store, today, stop), stop), stop);

    private async Task<StructureFacts> Facts(Store store, DateOnly today, CancellationToken stop)
    {
        var view = await networks.View(store, today, stop);
        var ties = await store.TiesOf([.. view.People.Select(p => p.Id)], today, stop);
        var past = await store.PastHelp([], today, stop);
        var (topics, places) = (await store.TopicsOfAll(stop), await store.TownsOfAll(stop));
        return new()
        {
            On = today,
            KnowsAllSaid = store.ShowsPrivate,
            People =
            [
                .. view.People.Select(p => new StructurePerson(p.Id, p.Name)
                {
                    Standing = ties.GetValueOrDefault(p.Id),
                    Asked = past.Asked.GetValueOrDefault(p.Id, AskRecord.None),
                    Group = p.Group,
                    Traits =
                    [
                        .. p.Roles.Select(r => new StructureTrait(StructureTraitKind.Role, r)),
                        .. p.Places.Select(o => new StructureTrait(StructureTraitKind.Organization, o.Name)),
                        .. topics[p.Id].Select(t => new StructureTrait(StructureTraitKind.Topic, t)),
                        .. places[p.Id].Select(c => new StructureTrait(StructureTraitKind.Place, c)),
                    ],
                }),
            ],
            Links = [.. view.Links.Select(l => new StructureLink(l.First, l.Second, l.Strength / 100.0))],
            Openings = [.. view.Needs.Where(n => n.Kind == SupportKind.Opportunities)],
        };
    }
}

internal static class StructureTraitsQueries
{
    public static async Task<ILookup<Guid, string>> TopicsOfAll(this Store store, CancellationToken stop) =>
        (await store.Tags.Where(t => t.Kind == TagKind.Topic).OrderBy(t => t.Position).Select(t => new { t.PersonId, t.Name }).ToListAsync(stop)).ToLookup(t => t.PersonId, t => t.Name);

    public static async Task<ILookup<Guid, string>> TownsOfAll(this Store store, CancellationToken stop) =>
        (await store.Addresses.Where(a => a.City != null).OrderBy(a => a.Position).Select(a => new { a.PersonId, a.City }).ToListAsync(stop)).ToLookup(a => a.PersonId, a => a.City!);
}
