namespace Mainstay.Tests.Intake;

public class CorporaTests
{
    [Theory, OnBoth]
    public async Task All_files_from_the_world_come_in_at_once_and_change_nothing_the_second_time(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        string[] files = [.. Corpora.Files("vcard"), .. Corpora.Files("csv")];

        var first = await house.Import(files);
        Assert.True(first.Files.Sum(f => f.Added) > 60);
        Assert.All(first.Files, f => Assert.Equal(f.Rows, f.Added + f.Updated + f.Unchanged + f.Skipped));
        var names = await house.Names();

        var second = await house.Import(files);
        Assert.Equal((0, 0), (second.Files.Sum(f => f.Added), second.Files.Sum(f => f.Updated)));
        Assert.Equal(names, await house.Names());
    }
}
