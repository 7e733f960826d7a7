using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace FieldKit.Bundler;

/// <summary>Reads <c>[assembly: AssemblyMetadata("IsTrimmable", …)]</c>, by which an assembly says that it survives trimming.</summary>
internal static class TrimmableMark
{
    public static bool IsOn(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return metadata.GetAssemblyDefinition().GetCustomAttributes()
            .Select(metadata.GetCustomAttribute)
            .Any(attribute => TypeName(metadata, attribute) == "AssemblyMetadataAttribute"
                && FirstArgument(metadata, attribute) == "IsTrimmable");
    }

    private static string? TypeName(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
        {
            return null;
        }

        var type = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return type.Kind == HandleKind.TypeReference
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name)
            : null;
    }

    private static string? FirstArgument(MetadataReader metadata, CustomAttribute attribute)
    {
        var value = metadata.GetBlobReader(attribute.Value);
        value.ReadUInt16(); // prolog, ECMA-335 II.23.3
        return value.ReadSerializedString();
    }
}
