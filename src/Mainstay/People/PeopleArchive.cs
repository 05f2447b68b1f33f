using Mainstay.Archive;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.People;

/// <summary>A person as an archive keeps them.</summary>
internal sealed record ArchivedPerson
{
    public required Guid Id { get; init; }
    public required PersonDetails Details { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime ChangedAt { get; init; }
    public DateTime? TrashedAt { get; init; }
    public long Revision { get; init; } = 1;

    /// <summary>The card as a client gave it.</summary>
    public ArchivedCard? OriginalCard { get; init; }

    public PersonRows Rows()
    {
        var person = new Person { Id = Id, Name = "", SortKey = "", CreatedAt = CreatedAt, TrashedAt = TrashedAt, Revision = Revision - 1 };
        return PersonRows.Onto(person, Details, ChangedAt);
    }
}

internal sealed record ArchivedCard(string? Uid, string Text);

/// <summary>All people in an archive, those in the trash too.</summary>
internal sealed class PeopleArchive() : ArchiveSection<ArchivedPerson>("people")
{
    /// <summary>What others refer to a person by.</summary>
    public const string Kind = "person";

    private const int AtOnce = 200;

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await Everybody(store).AnyAsync(stop);

    protected override async IAsyncEnumerable<ArchivedPerson> Rows(Store store, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var ids = await store.Listed(Everybody(store), stop);
        var there = ids.ToHashSet();
        foreach (var some in ids.Chunk(AtOnce))
        {
            var details = await store.DetailsOf(some, stop);
            var people = await Everybody(store).AsNoTracking().Where(p => some.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
            var cards = await store.OriginalCards.AsNoTracking().Where(c => some.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => new ArchivedCard(c.Uid, c.Text), stop);
            foreach (var p in some.Select(id => people[id]))
                yield return new() { Id = p.Id, Details = Rooted(details[p.Id], there), CreatedAt = p.CreatedAt, ChangedAt = p.ChangedAt, TrashedAt = p.TrashedAt, Revision = p.Revision, OriginalCard = cards.GetValueOrDefault(p.Id) };
        }
    }

    protected override void Check(ArchivedPerson person, ArchiveCheck check)
    {
        check.IsNew(Kind, person.Id);
        check.Refers(Kind, person.Details.MetThroughId);
        foreach (var relation in person.Details.Relations) check.Refers(Kind, relation.OtherId);
        // A zone that this machine does not know is no reason to lose a person.
        check.Holds(person.Details.Check().Where(p => p.Field != "timeZone"));
        check.Holds(person.Revision >= 1, "People.OddRevision");
    }

    protected override async Task Write(Store store, IReadOnlyList<ArchivedPerson> people, CancellationToken stop)
    {
        await store.AddPeople([.. people.Select(p => p.Rows())], stop);
        await store.InsertMany(people.Where(p => p.OriginalCard is not null).Select(p => new OriginalCard { Id = p.Id, Uid = p.OriginalCard!.Uid, Text = p.OriginalCard.Text }), stop);
    }

    private static IQueryable<Person> Everybody(Store store) => store.People.IgnoreQueryFilters([Store.TrashFilter]);

    /// <summary>Without references to people who are no more, so that the archive can be read back.</summary>
    private static PersonDetails Rooted(PersonDetails person, HashSet<Guid> there) => person with
    {
        MetThroughId = person.MetThroughId is { } through && there.Contains(through) ? through : null,
        Relations = [.. person.Relations.Select(r => r.OtherId is { } other && !there.Contains(other) ? r with { OtherId = null } : r)],
    };
}
