using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Mainstay.Tests;

/// <summary>Keeps the house upright: everything uses only what stands below it, and what is not a door is pure.</summary>
public class WallTests
{
    private static readonly string[] Rooms = [.. House.Rooms.Select(r => r.GetType().Namespace!)];

    private static readonly string[] Order =
        ["Mainstay.Words", "Mainstay.Storage", "Mainstay.Outside", "Mainstay.Accounts", "Mainstay.Live", "Mainstay.Search", "Mainstay.Cli", "Mainstay.Archive", "Mainstay.Web", "Mainstay.Api", "Mainstay.Mcp", "Mainstay.Entrance", "Mainstay.Jobs", "Mainstay.Mail", "Mainstay.Sharing", "Mainstay.Hosting", .. Rooms, "Mainstay.CompiledModels", "Mainstay.Sample", "Mainstay"];

    private static readonly string[] StoreCode = ["Tables", "Table", "Queries", "Actions", "Archive", "Merge"];
    private static readonly string[] Doors = ["Room", "Page", "Panel", "Card", "Api", "Cli", "Tools", "Job", "Mail", "Calendar", "AddressBook", "Source"];
    private static readonly string[] Outside = ["Microsoft.", "System.Net.", "System.IO.", "System.CommandLine.", "Spectre.", "Npgsql."];

    /// <summary>The room's way to the outside that pure code may know all the same: that a row is owned, that it can be trashed, that it may be its owner's alone, what somebody may do in a space, where a circle is found, and sentences as values.</summary>
    private static readonly string[] PureFloors = ["Mainstay.Storage.IOwned", "Mainstay.Storage.ITrashed", "Mainstay.Storage.IConfidential", "Mainstay.Accounts.SpaceRole", "Mainstay.Accounts.InCircleAttribute", "Mainstay.Words."];

    private static readonly ModuleDefinition Module = ModuleDefinition.ReadModule(typeof(House).Assembly.Location);

    [Fact]
    public void Everything_uses_only_what_stands_below_it()
    {
        var broken =
            from type in Module.GetTypes()
            let floor = Array.IndexOf(Order, RoomOf(type.FullName))
            where floor >= 0
            from used in UsedBy(type).Distinct()
            where Array.IndexOf(Order, RoomOf(used)) > floor
            select $"{type.FullName} uses {used}";

        Assert.Empty(broken.Order());
    }

    [Fact]
    public void Every_floor_is_on_the_list()
    {
        var unlisted = Module.GetTypes().Select(t => RoomOf(t.FullName)).Distinct()
            .Where(r => r.StartsWith("Mainstay", StringComparison.Ordinal) && !Order.Contains(r) && r != "Mainstay.Storage.Migrations");

        Assert.Empty(unlisted);
    }

    [Fact]
    public void What_is_not_a_door_is_pure()
    {
        var broken =
            from type in Module.GetTypes()
            where Rooms.Contains(RoomOf(type.FullName)) && !type.IsInterface // a hook has no code: it only says what a later room may hang on it
            let outer = Outermost(type)
            where !outer.StartsWith('<') && outer != "_Imports" && !StoreCode.Concat(Doors).Any(outer.EndsWith)
            from used in UsedBy(type).Distinct()
            where Outside.Any(used.StartsWith) || IsImpureFloor(used)
            select $"{type.FullName} uses {used}";

        Assert.Empty(broken.Order());
    }

    private static bool IsImpureFloor(string used) =>
        Order.TakeWhile(f => !Rooms.Contains(f)).Contains(RoomOf(used)) && !PureFloors.Any(used.StartsWith);

    private static string Outermost(TypeDefinition type) => type.FullName.Split('/')[0].Split('.').Last().Split('`')[0];

    /// <summary>"Mainstay.People.Person/&lt;x&gt;d__1" lives in "Mainstay.People".</summary>
    private static string RoomOf(string type)
    {
        var parts = type.Split('/')[0].Split('<')[0].Split('.');
        return string.Join('.', parts.Take(Math.Min(2, parts.Length - 1)));
    }

    private static IEnumerable<string> UsedBy(TypeDefinition type)
    {
        foreach (var name in Names(type.BaseType)) yield return name;
        foreach (var name in type.Interfaces.SelectMany(i => Names(i.InterfaceType))) yield return name;
        foreach (var name in type.CustomAttributes.Where(IsWritten).SelectMany(a => Names(a.AttributeType))) yield return name;
        foreach (var name in type.Fields.SelectMany(f => Names(f.FieldType))) yield return name;
        foreach (var name in type.Methods.SelectMany(UsedBy)) yield return name;
    }

    private static IEnumerable<string> UsedBy(MethodDefinition method)
    {
        foreach (var name in Names(method.ReturnType)) yield return name;
        foreach (var name in method.Parameters.SelectMany(p => Names(p.ParameterType))) yield return name;
        if (!method.HasBody) yield break;
        foreach (var name in method.Body.Variables.SelectMany(v => Names(v.VariableType))) yield return name;
        foreach (var name in method.Body.Instructions.SelectMany((Instruction i) => Names(i.Operand))) yield return name;
    }

    /// <summary>Attributes that the compiler adds by itself say nothing about the code.</summary>
    private static bool IsWritten(CustomAttribute attribute) =>
        !attribute.AttributeType.FullName.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal) &&
        !attribute.AttributeType.FullName.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal);

    private static IEnumerable<string> Names(object? operand) => operand switch
    {
        GenericInstanceMethod m => Names(m.ElementMethod).Concat(m.GenericArguments.SelectMany(Names)),
        MethodReference m => Names(m.DeclaringType).Concat(Names(m.ReturnType)),
        FieldReference f => Names(f.DeclaringType).Concat(Names(f.FieldType)),
        GenericInstanceType t => Names(t.ElementType).Concat(t.GenericArguments.SelectMany(Names)),
        TypeSpecification t => Names(t.ElementType),
        TypeReference t => [t.FullName],
        _ => [],
    };
}
