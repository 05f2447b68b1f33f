using System.Runtime.CompilerServices;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

/// <summary>People are found by what was noted of their touches.</summary>
internal sealed class TouchesSearchSource : ISearchSource
{
    private const int Few = 10;

    private static readonly SearchField Note = new(16, "touch", 1, null);

    public IReadOnlyList<SearchField> Fields { get; } = [Note];

    public Guid? PersonOf(IOwned row) => (row as TouchPerson)?.PersonId;

    public async Task<IReadOnlyCollection<Guid>> PeopleBehind(Store store, IReadOnlyList<IOwned> rows, CancellationToken stop)
    {
        var people = new HashSet<Guid>();
        foreach (var some in rows.OfType<Touch>().Select(t => t.Id).Chunk(Store.MostParameters))
            people.UnionWith(await store.TouchPeople.Where(t => some.Contains(t.TouchId)).Select(t => t.PersonId).ToListAsync(stop));
        return people;
    }

    public async IAsyncEnumerable<SearchText> TextsOf(Store store, IReadOnlyCollection<Guid> people, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var some in people.Chunk(Store.MostParameters))
        {
            var notes = from there in store.TouchPeople
                        join touch in store.Touches on there.TouchId equals touch.Id
                        where some.Contains(there.PersonId) && touch.Note != null
                        orderby there.PersonId, there.On descending, there.TouchId descending
                        select new { there.PersonId, touch.Note };
            await foreach (var note in notes.AsAsyncEnumerable().WithCancellation(stop)) yield return new(note.PersonId, Note, note.Note);
        }
    }

    public IAsyncEnumerable<SearchText> PartOf(Store store, IReadOnlyCollection<Guid> people, QuotedPart part, CancellationToken stop) =>
        people.Count <= Few ? OneByOne(store, people, part, stop) : AtOnce(store, people, part, stop);

    /// <summary>Of one person the latest are found by the index, and no others read, which does not go for several at once.</summary>
    private static async IAsyncEnumerable<SearchText> OneByOne(Store store, IReadOnlyCollection<Guid> people, QuotedPart part, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var person in people)
            await foreach (var note in Latest.For(store)(store, person, part.Skip, part.Take).WithCancellation(stop)) yield return new(person, Note, note);
    }

    private static readonly Question<Func<Store, Guid, int, int, IAsyncEnumerable<string>>> Latest = new(() => EF.CompileAsyncQuery((Store store, Guid person, int skip, int take) =>
        from there in store.Set<TouchPerson>().Where(t => t.PersonId == person).OrderByDescending(t => t.On).ThenByDescending(t => t.TouchId).Skip(skip).Take(take)
        join touch in store.Set<Touch>() on there.TouchId equals touch.Id
        where touch.Note != null
        orderby there.On descending, there.TouchId descending
        select touch.Note));

    private static async IAsyncEnumerable<SearchText> AtOnce(Store store, IReadOnlyCollection<Guid> people, QuotedPart part, [EnumeratorCancellation] CancellationToken stop)
    {
        var (skip, take) = (part.Skip, part.Take);
        foreach (var some in people.Chunk(Store.MostParameters))
        {
            // Touches are counted with or without a note: so that only those of this part are looked at, however many there are.
            var all = store.TouchPeople.Where(t => some.Contains(t.PersonId));
            var notes = from person in store.People
                        where some.Contains(person.Id)
                        from there in all.Where(t => t.PersonId == person.Id).OrderByDescending(t => t.On).ThenByDescending(t => t.TouchId).Skip(skip).Take(take)
                        join touch in store.Touches on there.TouchId equals touch.Id
                        where touch.Note != null
                        orderby there.PersonId, there.On descending, there.TouchId descending
                        select new { there.PersonId, touch.Note };
            await foreach (var note in notes.AsAsyncEnumerable().WithCancellation(stop)) yield return new(note.PersonId, Note, note.Note);
        }
    }
}
