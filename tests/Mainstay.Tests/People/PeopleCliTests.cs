namespace Mainstay.Tests.People;

public class PeopleCliTests
{
    [Theory, OnBoth]
    public async Task Lists_everybody_by_family_name_with_every_key(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Grace Hopper", "--family-name", "Hopper", "--role", "mentor", "--organization", "US Navy")).Fine();
        (await house.Type("person", "add", "Alan Turing", "--family-name", "Turing")).Fine();
        (await house.Type("person", "add", "Zoë Adams", "--family-name", "Adams")).Fine();

        var people = (await house.Type("people", "--json")).Fine().Json.EnumerateArray().ToList();

        Assert.Equal(["Zoë Adams", "Grace Hopper", "Alan Turing"], people.Select(p => p.GetProperty("name").GetString()));
        Assert.All(people, p => Assert.Equal(["aliveness", "due", "id", "lastTouch", "layer", "name", "organization", "roles", "strength"], p.EnumerateObject().Select(f => f.Name).Order(StringComparer.Ordinal)));
        Assert.Equal("US Navy", people[1].GetProperty("organization").GetString());
        Assert.Equal("mentor", people[1].GetProperty("roles")[0].GetString());
        Assert.Equal(0, people[2].GetProperty("roles").GetArrayLength());
    }

    [Theory, OnBoth]
    public async Task Lists_those_who_answer_to_a_query(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Grace Hopper")).Fine();
        (await house.Type("person", "add", "山田 花子")).Fine();

        Assert.Equal("山田 花子", Assert.Single((await house.Type("people", "花子", "--json")).Fine().Json.EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal("Grace Hopper", Assert.Single((await house.Type("people", "grace", "hop", "--json")).Fine().Json.EnumerateArray()).GetProperty("name").GetString());
        Assert.Contains("Nobody here answers to “nobody”.", (await house.Type("people", "nobody")).Fine().Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_how_to_begin_when_nobody_is_here()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        var answer = (await house.Type("people")).Fine();

        Assert.Equal("", answer.Out);
        Assert.Contains("mainstay import", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_has_a_column_for_what_can_be_read_at_a_glance()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        (await house.Type("person", "add", "Grace Hopper", "--role", "mentor", "--organization", "US Navy")).Fine();

        var lines = (await house.Type("people")).Fine().Out.Split('\n');

        Assert.Matches("^Name +Roles +Organization +Layer", lines[0]);
        Assert.Matches("^Grace Hopper +mentor +US Navy", lines[1]);
    }
}
