using Mainstay.Storage;
using Mainstay.Words;
using Npgsql;

namespace Mainstay.Tests.Storage;

public class SettingsTests
{
    [Fact]
    public void A_setting_may_lie_in_a_file()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, " Host=db;Username=ada \n");

        Assert.Equal("Host=db;Username=ada", Settings.From(name => name == "MAINSTAY_DATABASE_FILE" ? file : null, "data").Database);

        File.Delete(file);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var refusal = Assert.Throws<CannotBeDone>(() => Settings.From(name => name == "MAINSTAY_DATABASE_FILE" ? "/nowhere/secret" : null, "data"));

        Assert.Equal("MAINSTAY_DATABASE_FILE names /nowhere/secret, which cannot be read.", refusal.Reason.InWords());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Host=db;Port=many")]
    [InlineData("Host=db;Horse=1")]
    public void What_is_no_connection_is_refused_without_repeating_it(string connection)
    {
        var refusal = Assert.Throws<CannotBeDone>(() => Settings.From(name => name == "MAINSTAY_DATABASE" ? connection : null, "data"));

        Assert.StartsWith("MAINSTAY_DATABASE is not a connection to PostgreSQL.", refusal.Reason.InWords(), StringComparison.Ordinal);
        Assert.DoesNotContain(connection, refusal.Reason.InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_does_not_answer_is_no_bug()
    {
        var failure = new InvalidOperationException("Likely transient.", new NpgsqlException("Failed to connect"));

        Assert.Equal("Storage.ServerUnreachable", failure.AsSentence().Key);
    }
}
