using System.Runtime.CompilerServices;
using Mainstay.Search;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Board;

/// <summary>People are found by what they advised.</summary>
internal sealed class AdviceSearchSource : ISearchSource
{
    private static readonly SearchField Advised = new(20, "advice", 1.5, null);

    public IReadOnlyList<SearchField> Fields { get; } = [Advised];

    public Guid? PersonOf(IOwned row) => (row as Advice)?.PersonId;

    public Task<IReadOnlyCollection<Guid>> PeopleBehind(Store store, IReadOnlyList<IOwned> rows, CancellationToken stop) => Task.FromResult<IReadOnlyCollection<Guid>>([]);

    public async IAsyncEnumerable<SearchText> TextsOf(Store store, IReadOnlyCollection<Guid> people, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var some in people.Chunk(Store.MostParameters))
        {
            var advice = await store.Advice.Where(a => some.Contains(a.PersonId)).OrderBy(a => a.PersonId).ThenByDescending(a => a.Id).Select(a => new { a.PersonId, a.Question, a.Text, a.Result }).ToListAsync(stop);
            foreach (var one in advice)
                foreach (var text in new[] { one.Question, one.Text, one.Result })
                    if (!string.IsNullOrWhiteSpace(text)) yield return new(one.PersonId, Advised, text);
        }
    }
}
