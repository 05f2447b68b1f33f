using System.Runtime.CompilerServices;
using Mainstay.Search;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

/// <summary>People are found by what was promised to them or by them.</summary>
internal sealed class TasksSearchSource : ISearchSource
{
    private static readonly SearchField Mine = new(17, "task", 1.5, null), Theirs = new(24, "promise", 1.5, null);

    public IReadOnlyList<SearchField> Fields { get; } = [Mine, Theirs];

    public Guid? PersonOf(IOwned row) => (row as PromisedTask)?.PersonId;

    public Task<IReadOnlyCollection<Guid>> PeopleBehind(Store store, IReadOnlyList<IOwned> rows, CancellationToken stop) => Task.FromResult<IReadOnlyCollection<Guid>>([]);

    public async IAsyncEnumerable<SearchText> TextsOf(Store store, IReadOnlyCollection<Guid> people, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var some in people.Chunk(Store.MostParameters))
        {
            var tasks = await store.Tasks.Where(t => t.PersonId != null && some.Contains(t.PersonId.Value)).OrderBy(t => t.PersonId).ThenByDescending(t => t.Id)
                .Select(t => new { Person = t.PersonId!.Value, t.Text, t.PromisedToMe }).ToListAsync(stop);
            foreach (var task in tasks) yield return new(task.Person, task.PromisedToMe ? Theirs : Mine, task.Text);
        }
    }
}
