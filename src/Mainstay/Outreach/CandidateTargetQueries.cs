using Mainstay.Introductions;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary>To what a way is looked for when somebody asks for one to a candidate: to the person they are, else to where they work, else to what they know about.</summary>
internal sealed class CandidateTargetQueries : IPathTargets
{
    public async Task<PathTarget?> Target(Store store, string typed, bool exactly, CancellationToken stop) =>
        await store.CandidateMeant(typed, exactly, stop) is { } it ? await For(store, it, stop) : null;

    private static async Task<PathTarget> For(Store store, Candidate it, CancellationToken stop)
    {
        if (it.PersonId is { } person) return PathTargetQueries.ToPerson(await store.PersonOf(person, stop));
        var at = it.Organization is { } place && await store.OrganizationNamed(place, stop) is { } organization ? await store.AtOrganization(organization, stop) : null;
        if (it.Topic is { } topic && at is not { People.Count: > 0 }) return await store.AboutTopic(topic, stop) with { Instead = Said(it, "Outreach.LeadsToTopic", topic) };
        if (at is not null) return at with { Instead = Said(it, "Outreach.LeadsToOrganization", at.Words) };
        return new(TargetKind.Person, it.Name, []) { Instead = it.Organization is { } unknown ? Said(it, "Outreach.LeadsNobodyThere", unknown) : Said(it, "Outreach.LeadsNowhere") };
    }

    private static Outsider Said(Candidate it, string key, string? to = null) => new(it.Name, CandidateWords.Href(it.Id), to is null ? new Reason(key, it.Name) : new Reason(key, it.Name, to));
}
