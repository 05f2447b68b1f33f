using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Tests.People;

public class PersonChangesTests
{
    private static readonly string[] Now = ["Navy", "cobol"];

    [Fact]
    public void What_is_added_comes_last() => Assert.Equal(["Navy", "cobol", "flow"], PersonChanges.Merge(Now, ["flow"], [], PersonNames.Key));

    [Fact]
    public void What_is_there_already_is_written_anew_in_its_place() => Assert.Equal(["navy", "cobol"], PersonChanges.Merge(Now, ["navy"], [], PersonNames.Key));

    [Fact]
    public void What_is_taken_away_is_gone_however_it_is_written() => Assert.Equal(["cobol"], PersonChanges.Merge(Now, [], ["NAVY"], PersonNames.Key));

    [Fact]
    public void What_is_not_there_cannot_be_taken_away() =>
        Assert.Equal(new Reason("People.NotOnRecord", "army"), Assert.Throws<NotFound>(() => PersonChanges.Merge(Now, [], ["army"], PersonNames.Key)).Reason);
}
