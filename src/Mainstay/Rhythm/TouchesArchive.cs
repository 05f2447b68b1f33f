using Mainstay.Archive;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

internal sealed record ArchivedTouch
{
    public required Guid Id { get; init; }
    public required DateOnly On { get; init; }
    public required TouchKind Kind { get; init; }
    public required Direction Direction { get; init; }
    public int? Minutes { get; init; }
    public string? Note { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required IReadOnlyList<Guid> People { get; init; }
}

/// <summary>All touches in an archive.</summary>
internal sealed class TouchesArchive() : ArchiveSection<ArchivedTouch>("touches")
{
    public const string Kind = "touch";

    private const int AtOnce = 5_000;

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Touches.AnyAsync(stop);

    protected override async IAsyncEnumerable<ArchivedTouch> Rows(Store store, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var (after, more) = (Guid.Empty, true);
        while (more)
        {
            var touches = await store.Touches.AsNoTracking().Where(t => t.Id > after).OrderBy(t => t.Id).Take(AtOnce).ToListAsync(stop);
            if (touches.Count == 0) yield break;
            var until = touches[^1].Id;
            var people = (await store.TouchPeople.AsNoTracking().Where(t => t.TouchId > after && t.TouchId <= until).OrderBy(t => t.PersonId).Select(t => new { t.TouchId, t.PersonId }).ToListAsync(stop)).ToLookup(t => t.TouchId, t => t.PersonId);
            foreach (var t in touches)
                yield return new() { Id = t.Id, On = t.On, Kind = t.Kind, Direction = t.Direction, Minutes = t.Minutes, Note = t.Note, CreatedAt = t.CreatedAt, People = [.. people[t.Id]] };
            (after, more) = (until, touches.Count == AtOnce);
        }
    }

    protected override void Check(ArchivedTouch touch, ArchiveCheck check)
    {
        check.IsNew(Kind, touch.Id);
        foreach (var person in touch.People) check.Refers(PeopleArchive.Kind, person);
        check.Holds(new NewTouch { People = touch.People, On = touch.On, Kind = touch.Kind, Direction = touch.Direction, Minutes = touch.Minutes, Note = touch.Note }.Check(DateOnly.MaxValue.AddDays(-1)).Where(p => p.Field != "people"));
        check.Holds(touch.People.Distinct().Count() == touch.People.Count, "Rhythm.PersonTwice");
    }

    protected override async Task Write(Store store, IReadOnlyList<ArchivedTouch> touches, CancellationToken stop)
    {
        await store.InsertMany(touches.Select(t => new Touch { Id = t.Id, On = t.On, Kind = t.Kind, Direction = t.Direction, Minutes = t.Minutes, Note = t.Note, CreatedAt = t.CreatedAt }), stop);
        await store.InsertMany(touches.SelectMany(t => t.People, (t, person) => new TouchPerson { TouchId = t.Id, PersonId = person, On = t.On }), stop);
    }
}
