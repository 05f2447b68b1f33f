using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mainstay.Storage;

/// <summary>Keeps something derived from the rows, such as the search index: hears of the rows that are written through the store, and catches up in the same transaction.</summary>
public interface IFollowRows
{
    /// <summary>There is something to catch up with.</summary>
    bool IsBehind { get; }

    /// <summary>A row was written anew, or is about to be changed or removed.</summary>
    void Hear(IOwned row);

    /// <summary>These rows are about to be changed or removed; they still stand as they were.</summary>
    Task HearBefore(Store store, IReadOnlyList<IOwned> rows, CancellationToken stop);

    /// <summary>What was written of these people was not seen, because an SQL statement did it.</summary>
    void HearOf(IEnumerable<Guid> people) { }

    /// <summary>Brings what is derived up to date, in the open transaction, right before it commits.</summary>
    Task CatchUp(Store store, CancellationToken stop);
}

/// <summary>Before anything is committed, what follows the rows catches up with them.</summary>
internal sealed class CatchUpBeforeCommit : DbTransactionInterceptor
{
    public override InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result)
    {
        if (eventData.Context is Store store) store.CatchUp(CancellationToken.None).GetAwaiter().GetResult();
        return result;
    }

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is Store store) await store.CatchUp(cancellationToken);
        return result;
    }
}
