using Mainstay.Memberships;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Learnings;

/// <summary>What was learned from people who are known from somewhere, among what a membership there brought.</summary>
internal sealed class BroughtLearningsSource : IBringsMore
{
    private const int Longest = 120;

    public string Fact => "Learnings.FromThere";

    public string Evidence => "Learnings.LearnedFrom";

    public async Task<IReadOnlyList<CameThrough>> CameThrough(Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var (learned, all) = (new List<CameThrough>(), store.People);
        foreach (var some in people.Chunk(Store.MostParameters))
            learned.AddRange((await (from learning in store.Learnings
                                     where learning.PersonId != null && some.Contains(learning.PersonId.Value)
                                     join person in all on learning.PersonId equals person.Id
                                     orderby learning.Id
                                     select new { person.Id, person.Name, learning.Text, learning.On }).ToListAsync(stop)).Select(l => new CameThrough(new(l.Id, l.Name), Texts.Shortened(l.Text, Longest), l.On)));
        return learned;
    }
}
