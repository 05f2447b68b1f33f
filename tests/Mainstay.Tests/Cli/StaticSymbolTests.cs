using System.CommandLine;
using System.Reflection;
using Mainstay.Cli;

namespace Mainstay.Tests.Cli;

/// <summary>
/// No option, argument or command outlives the tree of commands it was made for. System.CommandLine notes in each of them every command it was ever added to,
/// in a list that it walks to its end when it adds one more: a static option would keep all trees that were ever built, and make each slower to build than the one before.
/// A run of the program builds one tree; the tests build thousands, in one process.
/// </summary>
public class StaticSymbolTests
{
    private const BindingFlags Either = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void No_option_argument_or_command_stands_in_a_static_field()
    {
        var kept =
            from type in typeof(House).Assembly.GetTypes()
            from field in type.GetFields(Either | BindingFlags.Static)
            where Holds(field.FieldType, [])
            select $"{type.FullName}.{field.Name}";

        Assert.Empty(kept.Order());
    }

    [Theory]
    [InlineData(typeof(Option<bool>))]
    [InlineData(typeof(Argument<string[]>))]
    [InlineData(typeof(RootCommand))]
    [InlineData(typeof(Symbol[]))]
    [InlineData(typeof(ValueTuple<string, Option>[]))]
    [InlineData(typeof(Lazy<Command>))]
    [InlineData(typeof(Dictionary<string, List<Option<string>>>))]
    [InlineData(typeof(Shell))]
    [InlineData(typeof(List<Shell>))]
    public void It_is_found_however_it_is_wrapped(Type type) => Assert.True(Holds(type, []));

    [Theory]
    [InlineData(typeof(Dictionary<string, string[]>))]
    [InlineData(typeof(Surroundings))]
    [InlineData(typeof(Func<Shell, Option<bool>, Command>))] // as the compiler keeps a lambda, which holds none of them
    public void What_holds_none_is_not_blamed(Type type) => Assert.False(Holds(type, []));

    /// <summary>Whether it is a symbol of a command line, or an array, a tuple, a collection, or a type of ours that holds one.</summary>
    private static bool Holds(Type type, HashSet<Type> seen) =>
        type.IsAssignableTo(typeof(Symbol)) || (seen.Add(type) && !type.IsAssignableTo(typeof(Delegate)) && Parts(type).Any(p => Holds(p, seen)));

    private static IEnumerable<Type> Parts(Type type)
    {
        IEnumerable<Type?> parts = [type.GetElementType(), .. type.GetGenericArguments()];
        if (type.Assembly == typeof(House).Assembly) parts = parts.Append(type.BaseType).Concat(type.GetFields(Either | BindingFlags.Instance).Select(f => f.FieldType));
        return parts.OfType<Type>();
    }
}
