using System.Text.Json;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Memberships;

/// <summary>Keeps how a membership was, so that every change is taken back.</summary>
internal static class MembershipChangesActions
{
    private const string Kind = "changedMembership";

    /// <summary>Changes a membership and keeps how it was. The answer is by what it is taken back.</summary>
    public static Task<Guid> Changing(this Store store, Guid id, Func<Membership, Task> change, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.MembershipToChange(id, stop);
        var before = await store.Written(row, stop);
        await change(row);
        await store.SaveChangesAsync(stop);
        return await store.KeepFormer(new() { Kind = Kind, Before = before, After = await store.Written(row, stop), At = clock.GetUtcNow().UtcDateTime }, stop);
    }, stop);

    /// <summary>A membership with its needs, as it is kept. What Today is silent about is no part of it.</summary>
    private static async Task<string> Written(this Store store, Membership row, CancellationToken stop)
    {
        var needs = await store.MembershipNeeds.Where(n => n.MembershipId == row.Id).OrderBy(n => n.NeedId).Select(n => n.NeedId).ToListAsync(stop);
        var it = JsonSerializer.Deserialize<Membership>(JsonSerializer.Serialize(row, Json.OneLine), Json.OneLine)!;
        it.QuietUntil = null;
        return JsonSerializer.Serialize(new KeptMembership(it, [.. needs.Order()]), Json.OneLine);
    }

    private sealed record KeptMembership(Membership It, IReadOnlyList<Guid> Needs);

    /// <summary>Makes a membership again what it was.</summary>
    internal sealed class BackAgain : IPutBack
    {
        public bool Knows(string kind) => kind == Kind;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var before = JsonSerializer.Deserialize<KeptMembership>(former.Before, Json.OneLine)!;
            var row = await store.MembershipToChange(before.It.Id, stop);
            var now = await store.Written(row, stop);
            if (now == former.Before) return;
            if (now != former.After) throw new Conflict("People.ChangedSince");
            if (before.It.LeftOn is null && row.LeftOn is not null) await store.ThrowIfThere(before.It.OrganizationId, row.Id, stop);
            store.Entry(row).CurrentValues.SetValues(before.It);
            await store.SaveChangesAsync(stop);
            await store.MembershipNeeds.Where(n => n.MembershipId == row.Id && !before.Needs.Contains(n.NeedId)).ExecuteDeleteAsync(stop);
            var there = await store.MembershipNeeds.Where(n => n.MembershipId == row.Id).Select(n => n.NeedId).ToListAsync(stop);
            store.AddRange(before.Needs.Except(there).Select(need => new MembershipNeed { MembershipId = row.Id, NeedId = need }));
            await store.SaveChangesAsync(stop);
        }
    }

    /// <summary>Brings back a membership that was removed, with what it was for.</summary>
    internal sealed class Back : RemovalActions.Back<Membership>
    {
        protected override async Task MayReturn(Store store, Membership row, TimeProvider clock, CancellationToken stop)
        {
            if (row.LeftOn is null) await store.ThrowIfThere(row.OrganizationId, row.Id, stop);
            else await store.OrganizationOf(row.OrganizationId, stop);
        }

        protected override Task Return(Store store, string along, CancellationToken stop)
        {
            store.Add(Read<MembershipNeed>(along));
            return Task.CompletedTask;
        }
    }

    /// <summary>What comes back would be the second that is not over.</summary>
    private static async Task ThrowIfThere(this Store store, Guid organization, Guid itself, CancellationToken stop)
    {
        if ((await store.ThereAlready(await store.OrganizationOf(organization, stop), itself, stop)).FirstOrDefault() is { } problem) throw new Conflict(problem.Sentence.Key, [.. problem.Sentence.Inputs]);
    }
}
