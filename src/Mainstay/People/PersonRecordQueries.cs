using Mainstay.Storage;

namespace Mainstay.People;

public static class PersonRecordQueries
{
    /// <summary>In which rows the details lie. Hardly anybody has all of them.</summary>
    private static readonly Dictionary<Type, PersonParts> Details = new()
    {
        [typeof(ContactPoint)] = PersonParts.ContactPoints,
        [typeof(PostalAddress)] = PersonParts.Addresses,
        [typeof(ImportantDate)] = PersonParts.Dates,
        [typeof(Tag)] = PersonParts.Tags,
        [typeof(Role)] = PersonParts.Roles,
        [typeof(Relation)] = PersonParts.Relations,
        [typeof(CustomField)] = PersonParts.Fields,
    };

    /// <summary>What the rooms know of a person, as programs want it: with the photo, and the facts of lists.</summary>
    /// <param name="store">Whose space.</param>
    /// <param name="id">Who.</param>
    /// <param name="rooms">Those who know something of them.</param>
    /// <param name="today">The owner's day.</param>
    /// <param name="stop">Ends it early.</param>
    /// <param name="most">So many rows at most of what grows from year to year.</param>
    public static async Task<PersonRecord> RecordOf(this Store store, Guid id, IServiceProvider rooms, DateOnly today, CancellationToken stop, int most = int.MaxValue)
    {
        var (person, details) = await store.PersonAndDetails(id, PersonParts.All, stop);
        var listed = (await store.WithFacts([person], rooms.GetServices<IPersonFacts>(), today, stop))[0];
        return new(person, details, await store.Through(details, stop), listed, await store.Parts(id, rooms, today, most, stop));
    }

    /// <summary>As much of it as a page shows.</summary>
    public static async Task<PersonRecord> LetterOf(this Store store, Guid id, IServiceProvider rooms, DateOnly today, CancellationToken stop)
    {
        var kept = await store.WhatIsKeptOf(id, [.. Details.Keys, .. rooms.GetServices<IPersonPanel>().SelectMany(p => p.LooksFor).Distinct()], stop);
        var parts = Details.Where(r => kept.Contains(r.Key)).Aggregate(PersonParts.None, (all, r) => all | r.Value);
        var (person, details) = await store.PersonAndDetails(id, parts, stop);
        var listed = new ListedPerson(id, person.Name, person.SortKey, new Dictionary<string, object?>());
        return new(person, details, await store.Through(details, stop), listed, await store.Parts(id, rooms, today, PersonPage.RowsShown + 1, stop)) { Kept = kept };
    }

    private static async Task<string?> Through(this Store store, PersonDetails details, CancellationToken stop) =>
        details.MetThroughId is { } other ? await store.NameOf(other, stop) : details.MetThroughName;

    private static async Task<IReadOnlyList<PersonPart>> Parts(this Store store, Guid id, IServiceProvider rooms, DateOnly today, int most, CancellationToken stop)
    {
        var parts = new List<PersonPart>();
        foreach (var room in rooms.GetServices<IPersonParts>()) parts.AddRange(await room.Parts(store, id, today, most, stop));
        return parts;
    }
}
