using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Mainstay.Storage;

/// <summary>Builds the model in half the time, which is most of a short command: tables are configured by hand, so what looks for attributes and navigations looks in vain.</summary>
internal static class LeanModel
{
    private static readonly Type[] InVain =
    [
        typeof(BackingFieldAttributeConvention), typeof(BaseTypeDiscoveryConvention), typeof(ComplexPropertyDiscoveryConvention), typeof(ComplexTypeAttributeConvention), typeof(ConcurrencyCheckAttributeConvention),
        typeof(DatabaseGeneratedAttributeConvention), typeof(DeleteBehaviorAttributeConvention), typeof(DiscriminatorConvention), typeof(ElementMappingConvention), typeof(EntityTypeConfigurationAttributeConvention),
        typeof(ForeignKeyAttributeConvention), typeof(IndexAttributeConvention), typeof(InversePropertyAttributeConvention), typeof(KeyAttributeConvention), typeof(KeylessAttributeConvention),
        typeof(MaxLengthAttributeConvention), typeof(NavigationBackingFieldAttributeConvention), typeof(NavigationEagerLoadingConvention), typeof(NotMappedMemberAttributeConvention), typeof(NotMappedTypeAttributeConvention),
        typeof(OwnedAttributeConvention), typeof(PrecisionAttributeConvention), typeof(RelationalColumnAttributeConvention), typeof(RelationalColumnCommentAttributeConvention), typeof(RelationalDbFunctionAttributeConvention),
        typeof(RelationalNavigationJsonPropertyNameAttributeConvention), typeof(RelationalPropertyJsonPropertyNameAttributeConvention), typeof(RelationalTableAttributeConvention), typeof(RelationalTableCommentAttributeConvention),
        typeof(RelationshipDiscoveryConvention), typeof(RequiredNavigationAttributeConvention), typeof(RequiredPropertyAttributeConvention), typeof(ServicePropertyDiscoveryConvention), typeof(StringLengthAttributeConvention),
        typeof(TimestampAttributeConvention), typeof(UnicodeAttributeConvention),
    ];

    public static void LookForNothingInVain(this ModelConfigurationBuilder model)
    {
        foreach (var convention in InVain) model.Conventions.Remove(convention);
    }
}
