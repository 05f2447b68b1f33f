using Mainstay.Storage;

namespace Mainstay.Circles;

/// <summary>Hears that a member left, and tells the rooms that keep something of them before it is committed.</summary>
internal sealed class MembersFollowActions(IEnumerable<IMemberLeaves> rooms) : IFollowRows
{
    private readonly HashSet<Guid> left = [];

    public bool IsBehind => left.Count > 0;

    public void Hear(IOwned row)
    {
        if (row is Member { LeftAt: not null }) left.Add(row.Id);
    }

    public Task HearBefore(Store store, IReadOnlyList<IOwned> rows, CancellationToken stop) => Task.CompletedTask;

    public async Task CatchUp(Store store, CancellationToken stop)
    {
        var members = left.ToList();
        left.Clear();
        foreach (var member in members)
            foreach (var room in rooms) await room.BeforeLeaving(store, member, stop);
    }
}
