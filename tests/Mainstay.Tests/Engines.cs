using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Mainstay.Tests;

public enum Engine { Sqlite, Postgres }

/// <summary>Runs a theory once on each database. Without a PostgreSQL to run on (bin/test starts one) that half is skipped, and says so.</summary>
public sealed class OnBothAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var postgres = new TheoryDataRow<Engine>(Engine.Postgres);
        if (Databases.Postgres is null) postgres.Skip = "MAINSTAY_TEST_POSTGRES is not set: run bin/test, which starts a PostgreSQL.";
        return new([new TheoryDataRow<Engine>(Engine.Sqlite), postgres]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
