using System.Data.Common;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mainstay.Tests;

/// <summary>Counts the questions that are asked of the database.</summary>
public sealed class Counting : DbCommandInterceptor
{
    public int Questions { get; set; }

    /// <summary>A store of Ada's whose questions are counted.</summary>
    public Store Store(TestHouse house) => new(((DbContextOptionsBuilder<Store>)new DbContextOptionsBuilder<Store>().On(house.Settings)).AddInterceptors(this).Options) { SpaceId = house.Ada.SpaceId };

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Questions++;
        return ValueTask.FromResult(result);
    }
}
