/** The check of the style sheets; the rules are those of the recommended set, exceptions one by one. */
export default {
  extends: "stylelint-config-recommended",
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  rules: {
    // The scale of CONTRIBUTING, "Look": on screens in rem, on paper also in pt; 125% makes a rem of 20 px.
    "declaration-property-value-allowed-list": {
      "font": ["inherit"],
      "font-size": [
        "inherit", "125%", "/^(\\.6|\\.65|\\.7|\\.75|\\.8|\\.9|1|1\\.1|1\\.4|1\\.5|1\\.9|2)rem$/", "/^(7\\.25|8|9|10|11|12|13|14|16|19)pt$/",
      ],
    },
    // Sheets are ordered by component, and a component's states stand beside it; the cascade is settled by layers.
    "no-descending-specificity": null,
  },
};
